/** Where rows come from and where they go: names of the reference's tables on both sides. */
export interface Layout {
  source(table: string): string;
  target(table: string): string;
  /** Rows keep their numbers: where the new tables take the place of the old ones. */
  readonly keepsIds: boolean;
}

/** While the old tables are in use, the new ones fill up beside them. */
export const BESIDE: Layout = { source: (table) => table, target: newTable, keepsIds: true };

/** After the new tables took their place. */
export const SWAPPED: Layout = { source: originalTable, target: (table) => table, keepsIds: true };

/** Rows of another database, fetched into tables beside ours. */
export const FETCHED: Layout = { source: fetchedTable, target: (table) => table, keepsIds: false };

export function newTable(table: string): string {
  return `tm_new_${table}`;
}

/** The old tables keep lying there until somebody lets them go. */
export function originalTable(table: string): string {
  return `subunit2sql_${table}`;
}

export function fetchedTable(table: string): string {
  return `tm_src_${table}`;
}
