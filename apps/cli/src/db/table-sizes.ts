import type { Database } from '@testmetrics/database';

export interface TableSize {
  readonly name: string;
  /** As the server estimates them; counting them would take minutes in a large database. */
  readonly rows: number;
  readonly dataBytes: number;
  readonly indexBytes: number;
}

/** The database's tables, largest first. */
export function readTableSizes(database: Database): Promise<readonly TableSize[]> {
  return database.rows<TableSize>(
    `SELECT tables.table_name AS name, CAST(COALESCE(tables.table_rows, 0) AS DOUBLE) AS \`rows\`,
            CAST(COALESCE(tables.data_length, 0) AS DOUBLE) AS dataBytes,
            CAST(COALESCE(tables.index_length, 0) AS DOUBLE) AS indexBytes
       FROM information_schema.tables
      WHERE tables.table_schema = DATABASE() AND tables.table_type = 'BASE TABLE'
      ORDER BY tables.data_length + tables.index_length DESC, tables.table_name`,
  );
}

/** Runs whose results are stored but not yet part of the counters, rollups and test states. */
export async function countPendingRollups(database: Database): Promise<number> {
  const [row] = await database.rows<{ runs: number }>('SELECT CAST(COUNT(*) AS DOUBLE) AS runs FROM tm_rollup_pending');
  return row?.runs ?? 0;
}
