import type { Connection } from 'mysql2/promise';

const MAX_STATEMENT_BYTES = 1024 * 1024;

/**
 * Where the rows lie that one upload wrote: the condition that finds them by the run's number.
 * Left out is what the rollup loop writes after the commit (rollups, counters, test_run_metadata) and the dimensions,
 * which are written once in a lifetime.
 */
const ROWS_OF_RUN: Readonly<Record<string, string>> = {
  tests: 'id IN (SELECT test_id FROM test_runs WHERE run_id = ?)',
  runs: 'id = ?',
  test_runs: 'run_id = ?',
  run_metadata: 'run_id = ?',
  attachments: 'test_run_id IN (SELECT id FROM test_runs WHERE run_id = ?)',
  tm_runs: 'run_id = ?',
  tm_uploads: 'run_id = ?',
  tm_attempts: 'run_id = ?',
  tm_failures: 'run_id = ?',
  tm_run_attachments: 'run_id = ?',
};

export interface RowsOfRun {
  readonly rows: number;
  /** Multi-row INSERTs, ready to be sent. */
  readonly statements: readonly string[];
}

/** Reads back every row that an upload wrote, as the statements that would write it again. */
export async function readRowsOfRun(connection: Connection, runId: number): Promise<RowsOfRun> {
  const statements: string[] = [];
  let rows = 0;
  for (const [table, condition] of Object.entries(ROWS_OF_RUN)) {
    const columns = await storedColumns(connection, table);
    const names = columns.map((name) => `\`${name}\``).join(', ');
    const [found] = await connection.query({
      sql: `SELECT ${names} FROM ${table} WHERE ${condition}`,
      values: [runId],
      rowsAsArray: true,
    });
    const values = (found as unknown[][]).map((row) => connection.format('(?)', [row]));
    rows += values.length;
    statements.push(...multiRowInserts(`INSERT INTO ${table} (${names}) VALUES `, values));
  }
  return { rows, statements };
}

function multiRowInserts(head: string, values: readonly string[]): string[] {
  const statements: string[] = [];
  let part: string[] = [];
  let bytes = 0;
  for (const value of values) {
    if (part.length > 0 && bytes + value.length > MAX_STATEMENT_BYTES) {
      statements.push(head + part.join(','));
      part = [];
      bytes = 0;
    }
    part.push(value);
    bytes += value.length;
  }
  if (part.length > 0) statements.push(head + part.join(','));
  return statements;
}

/** Generated columns are the server's work in both contestants. */
async function storedColumns(connection: Connection, table: string): Promise<string[]> {
  const [rows] = await connection.query(
    `SELECT column_name AS name FROM information_schema.columns
      WHERE table_schema = DATABASE() AND table_name = ? AND extra NOT LIKE '%GENERATED%' ORDER BY ordinal_position`,
    [table],
  );
  return (rows as { name: string }[]).map(({ name }) => name);
}

/** Sends the statements in one transaction and gives the seconds from the first to the commit's answer. */
export async function insertRows(connection: Connection, { statements }: RowsOfRun): Promise<number> {
  const started = performance.now();
  await connection.query('START TRANSACTION');
  for (const statement of statements) await connection.query(statement);
  await connection.query('COMMIT');
  return (performance.now() - started) / 1000;
}
