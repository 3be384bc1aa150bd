import { connectDatabase, migrate } from '@testmetrics/database';
import { createTestDatabase } from '@testmetrics/private-database/testing';
import { type HistoryRun, historySql } from '@testmetrics/questions/testing';
import { createConnection, type RowDataPacket } from 'mysql2/promise';

export type Row = Readonly<Record<string, unknown>>;

/** A migrated database with a history in it, asked as the dashboards ask it: by a user that may only read. */
export interface HistoryDatabase {
  ask(sql: string): Promise<readonly Row[]>;
  /** As its owner: what a history has none of. */
  fill(statements: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export async function openHistoryDatabase(runs: readonly HistoryRun[]): Promise<HistoryDatabase> {
  const database = await createTestDatabase();
  const owner = await connectDatabase(database.url);
  await migrate(owner);
  await owner.close();
  await fill(database.url, historySql(runs));
  const viewer = await createConnection(readerOptions(await database.viewerUrl()));
  await viewer.query("SET time_zone = '+00:00'");
  return {
    ask: async (sql) => (await viewer.query<RowDataPacket[]>(sql))[0],
    fill: (statements) => fill(database.url, statements),
    close: async () => {
      await viewer.end();
      await database.drop();
    },
  };
}

async function fill(url: string, statements: readonly string[]): Promise<void> {
  const connection = await createConnection(readerOptions(url));
  await connection.query("SET time_zone = '+00:00'");
  for (const statement of statements) await connection.query(statement);
  await connection.end();
}

function readerOptions(uri: string) {
  return { uri, charset: 'utf8mb4', decimalNumbers: true, supportBigNumbers: true, timezone: 'Z' };
}
