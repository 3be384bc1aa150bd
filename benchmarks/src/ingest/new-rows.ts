import type { Connection } from 'mysql2/promise';

const MAX_STATEMENT_BYTES = 1024 * 1024;

/** The highest numbers that a schema has given: what has a higher one came later. */
export interface Marks {
  readonly runs: number;
  readonly tests: number;
  readonly tm_label_sets: number;
}

interface Place {
  /** Whose number tells when a row came. */
  readonly counted: keyof Marks;
  readonly column: string;
}

/**
 * What an upload writes. Left out is what the rollup loop writes after the commit (rollups, counters, test_run_metadata) and the
 * few names of jobs, projects, branches and queues.
 */
const TABLES: Readonly<Record<string, Place>> = {
  tests: { counted: 'tests', column: 'id' },
  tm_label_sets: { counted: 'tm_label_sets', column: 'id' },
  runs: { counted: 'runs', column: 'id' },
  test_runs: { counted: 'runs', column: 'run_id' },
  run_metadata: { counted: 'runs', column: 'run_id' },
  attachments: { counted: 'runs', column: '(SELECT run_id FROM test_runs WHERE test_runs.id = test_run_id)' },
  tm_runs: { counted: 'runs', column: 'run_id' },
  tm_uploads: { counted: 'runs', column: 'run_id' },
  tm_attempts: { counted: 'runs', column: 'run_id' },
  tm_failures: { counted: 'runs', column: 'run_id' },
  tm_run_attachments: { counted: 'runs', column: 'run_id' },
};

export interface NewRows {
  readonly rows: number;
  /** Multi-row INSERTs, ready to be sent. */
  readonly statements: readonly string[];
}

export async function marksOf(connection: Connection): Promise<Marks> {
  const highest = async (table: keyof Marks): Promise<number> => {
    const [rows] = await connection.query(`SELECT COALESCE(MAX(id), 0) AS id FROM ${table}`);
    return (rows as { id: number }[])[0]?.id ?? 0;
  };
  return {
    runs: await highest('runs'),
    tests: await highest('tests'),
    tm_label_sets: await highest('tm_label_sets'),
  };
}

/** Reads back every row that came between two marks, as the statements that would write it again. */
export async function readNewRows(connection: Connection, from: Marks, to: Marks): Promise<NewRows> {
  const statements: string[] = [];
  let rows = 0;
  for (const [table, place] of Object.entries(TABLES)) {
    const names = await storedColumns(connection, table);
    const [found] = await connection.query({
      sql: `SELECT ${names} FROM ${table} WHERE ${cameBetween(place, from, to)}`,
      rowsAsArray: true,
    });
    const values = (found as unknown[][]).map((row) => connection.format('(?)', [row]));
    rows += values.length;
    statements.push(...multiRowInserts(`INSERT INTO ${table} (${names}) VALUES `, values));
  }
  return { rows, statements };
}

/** Copies them within the server. */
export async function copyNewRows(connection: Connection, from: Marks, to: Marks, schema: string): Promise<void> {
  for (const [table, place] of Object.entries(TABLES)) {
    const names = await storedColumns(connection, table);
    const condition = cameBetween(place, from, to);
    await connection.query(
      `INSERT INTO ${schema}.${table} (${names}) SELECT ${names} FROM ${table} WHERE ${condition}`,
    );
  }
}

/** Sends the statements in one transaction and gives the seconds from the first to the commit's answer. */
export async function insertRows(connection: Connection, { statements }: NewRows): Promise<number> {
  const started = performance.now();
  await connection.query('START TRANSACTION');
  for (const statement of statements) await connection.query(statement);
  await connection.query('COMMIT');
  return (performance.now() - started) / 1000;
}

function cameBetween({ counted, column }: Place, from: Marks, to: Marks): string {
  return `${column} > ${from[counted]} AND ${column} <= ${to[counted]}`;
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
async function storedColumns(connection: Connection, table: string): Promise<string> {
  const [rows] = await connection.query(
    `SELECT column_name AS name FROM information_schema.columns
      WHERE table_schema = DATABASE() AND table_name = ? AND extra NOT LIKE '%GENERATED%' ORDER BY ordinal_position`,
    [table],
  );
  return (rows as { name: string }[]).map(({ name }) => `\`${name}\``).join(', ');
}
