import type { RowDataPacket } from 'mysql2/promise';

import type { Database } from '../connection/database';
import { parseDatabaseUrl } from '../connection/parse-database-url';
import type { Session } from '../connection/session';
import { BulkInsert } from '../sql/bulk-insert';
import { bytesLiteral, textLiteral } from '../sql/text-literal';
import { fetchedTable } from './layout';
import { REFERENCE_TABLES, type ReferenceTable } from './reference-tables';
import { sourceError } from './source-error';

/** The other database; only read. May be of a version that we could not work on. */
export interface SourceConnection {
  readonly name: string;
  rows<Row extends object>(sql: string): Promise<readonly Row[]>;
  arrays(sql: string): Promise<readonly (readonly unknown[])[]>;
  close(): Promise<void>;
}

/** Its address without user and password: what an import is known by. */
export function sourceName(url: string): string {
  const { host, port, database } = parseDatabaseUrl(url);
  return `${host}:${port}/${database}`;
}

export async function openSource(url: string): Promise<SourceConnection> {
  const address = parseDatabaseUrl(url);
  const name = sourceName(url);
  const { openConnection } = await import('../connection/driver');
  const connection = await openConnection(address).catch((error: unknown) => {
    throw sourceError(name, error);
  });
  const query = async <T>(sql: string, rowsAsArray: boolean): Promise<T> => {
    try {
      const [rows] = await connection.query<RowDataPacket[]>({ sql, rowsAsArray });
      return rows as unknown as T;
    } catch (error) {
      throw sourceError(name, error);
    }
  };
  return {
    name,
    rows: <Row extends object>(sql: string) => query<readonly Row[]>(sql, false),
    arrays: (sql) => query<readonly (readonly unknown[])[]>(sql, true),
    close: () => connection.end().catch(() => undefined),
  };
}

/** Rows asked for at a time. Attachments have up to 64 KiB each. */
const PAGE_ROWS = 5_000;
const ATTACHMENT_ROWS = 100;

const TYPES: Readonly<Record<string, string>> = {
  uuid: 'VARCHAR(36)',
  artifacts: 'MEDIUMTEXT',
  run_at: 'DATETIME',
  start_time: 'DATETIME',
  stop_time: 'DATETIME',
  test_id: 'BIGINT',
  run_id: 'BIGINT',
  test_run_id: 'BIGINT',
  run_time: 'DOUBLE',
  status: 'VARCHAR(256)',
  key: 'VARCHAR(255)',
  value: 'TEXT',
  label: 'TEXT',
  attachment: 'MEDIUMBLOB',
};

/** By what the import will look rows up. */
const KEYS: Readonly<Record<string, string>> = {
  test_runs: ', KEY ix_run (run_id), KEY ix_test (test_id)',
  run_metadata: ', KEY ix_owner (run_id)',
  test_metadata: ', KEY ix_owner (test_id)',
  test_run_metadata: ', KEY ix_owner (test_run_id)',
  attachments: ', KEY ix_owner (test_run_id)',
};

export async function createFetched(session: Session, collation: string): Promise<void> {
  for (const { table, columns } of REFERENCE_TABLES) {
    const definitions = columns.slice(1).map((column) => `\`${column}\` ${typeOf(table, column)} NULL`);
    await session.execute(
      `CREATE TABLE IF NOT EXISTS ${fetchedTable(table)} (id BIGINT NOT NULL PRIMARY KEY, ${definitions.join(', ')}${KEYS[table] ?? ''}) ` +
        `ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE ${collation}`,
    );
  }
}

function typeOf(table: string, column: string): string {
  return table === 'tests' && column === 'test_id' ? 'TEXT' : (TYPES[column] ?? 'INT');
}

export async function dropFetched(session: Session): Promise<void> {
  await session.execute(`DROP TABLE IF EXISTS ${REFERENCE_TABLES.map(({ table }) => fetchedTable(table)).join(', ')}`);
}

/** Copies all rows into tables beside ours, page by page in the order of their numbers: the greatest one that is here tells where to go on. */
export async function fetchSource(
  database: Database,
  source: SourceConnection,
  onPage: (rows: number, total: number) => void,
): Promise<void> {
  let total = 0;
  for (const { table } of REFERENCE_TABLES)
    total += Number((await source.arrays(`SELECT COUNT(*) FROM ${table}`))[0]?.[0] ?? 0);
  let done = 0;
  for (const reference of REFERENCE_TABLES) {
    await fetchTable(database, source, reference, (rows) => onPage((done += rows), total));
  }
}

async function fetchTable(
  database: Database,
  source: SourceConnection,
  { table, columns }: ReferenceTable,
  onPage: (rows: number) => void,
): Promise<void> {
  const list = columns.map((column) => `\`${column}\``).join(', ');
  const pageRows = table === 'attachments' ? ATTACHMENT_ROWS : PAGE_ROWS;
  const [here] = await database.session((session) =>
    session.arrays(`SELECT COALESCE(MAX(id), 0) FROM ${fetchedTable(table)}`),
  );
  for (let after = Number(here?.[0] ?? 0); ;) {
    const rows = await source.arrays(`SELECT ${list} FROM ${table} WHERE id > ${after} ORDER BY id LIMIT ${pageRows}`);
    if (rows.length === 0) return;
    await database.transaction(async (session) => {
      const insert = new BulkInsert(session, {
        into: `${fetchedTable(table)} (${list})`,
        statementBytes: database.statementBytes,
      });
      for (const row of rows) if (insert.add(`(${row.map(literal).join()})`)) await insert.flush();
      await insert.end();
    });
    after = Number(rows.at(-1)?.[0]);
    onPage(rows.length);
  }
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number') return String(value);
  return Buffer.isBuffer(value) ? bytesLiteral(value) : textLiteral(String(value));
}
