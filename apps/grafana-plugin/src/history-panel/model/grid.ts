import { type GridForm, type Source } from './recognise-frames';

/** A test and what its cells amount to. */
export interface GridRow {
  readonly name: string;
  /** Place among all names in alphabetical order, numbers by value. */
  readonly rank: number;
  /** Results that count for a failure rate. */
  readonly rated: number;
  readonly failed: number;
  readonly flaky: number;
  readonly unfinished: number;
  readonly skipped: number;
  /** The newest column with a failure; -1 where there is none. */
  readonly lastFailed: number;
  /** The newest column with anything in it. */
  readonly lastSeen: number;
  readonly meanSeconds: number | null;
}

/** A run, or a bucket of time. */
export interface GridColumn {
  readonly run: string | null;
  /** Milliseconds since 1970: when the run began, or the bucket. */
  readonly time: number | null;
  readonly job: string | null;
  readonly rated: number;
  readonly failed: number;
  /** The first of all rows that belongs to it: links of the column are made from this row. */
  readonly source: number;
}

/**
 * The results, packed row by row and from the oldest column to the newest within a row: the cells of row r lie at
 * `start[r]` up to `start[r + 1]`. Memory follows the number of results, not rows times columns, which hostile data
 * could make endless.
 */
export interface GridCells {
  readonly start: Uint32Array;
  readonly column: Uint32Array;
  /** Index in `OUTCOMES`. */
  readonly outcome: Uint8Array;
  /** The number of the row in all frames that the cell is about. */
  readonly source: Uint32Array;
  /** Of 255, how much of a bucket failed and was flaky; `null` where a column is a run. */
  readonly shares: { readonly failed: Uint8Array; readonly flaky: Uint8Array } | null;
  /** Cells that more than one row is about, and how many rows. The most telling one is shown. */
  readonly repeats: ReadonlyMap<number, number>;
}

export interface Grid {
  readonly form: GridForm;
  readonly rows: readonly GridRow[];
  /** From the oldest to the newest. */
  readonly columns: readonly GridColumn[];
  readonly cells: GridCells;
  readonly sources: readonly Source[];
  /** Rows of the result that named no test or no run. */
  readonly leftOut: number;
}

/** The index of a cell in `grid.cells`, or -1 where a test has no result in a column. */
export function findCell(grid: Grid, row: number, column: number): number {
  const { start, column: columns } = grid.cells;
  const at = lowerBound(columns, column, start[row] ?? 0, start[row + 1] ?? 0);
  return at < (start[row + 1] ?? 0) && columns[at] === column ? at : -1;
}

/** The first place between `from` and `to` whose value is not below the one sought. */
export function lowerBound(values: Uint32Array, sought: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < sought) low = middle + 1;
    else high = middle;
  }
  return low;
}
