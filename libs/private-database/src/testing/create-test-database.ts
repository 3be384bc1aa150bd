import { randomBytes } from 'node:crypto';
import { createConnection, type Connection } from 'mysql2/promise';
import { TEST_DATABASE_URL } from './test-database-url';

/** An empty schema of one test file. */
export interface TestDatabase {
  /** May do everything in the schema. */
  readonly url: string;
  /** A user that may only read the schema; made at the first call. */
  viewerUrl(): Promise<string>;
  drop(): Promise<void>;
}

/** Makes a schema with a name nobody else has, on the server that the integration tests of this run share. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = process.env[TEST_DATABASE_URL];
  if (server === undefined) {
    throw new Error(`Expected ${TEST_DATABASE_URL}: run integration tests with "npx jest -c jest.int.config.js".`);
  }
  const name = `tm_test_${randomBytes(6).toString('hex')}`;
  await withConnection(server, (connection) => connection.query(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4`));
  let viewer: Promise<string> | null = null;
  return {
    url: withPath(server, name),
    viewerUrl: () => (viewer ??= createViewer(server, name)),
    drop: () =>
      withConnection(server, async (connection) => {
        await connection.query(`DROP DATABASE IF EXISTS \`${name}\``);
        if (viewer !== null) await connection.query(`DROP USER IF EXISTS '${viewerName(name)}'@'%'`);
      }),
  };
}

async function createViewer(server: string, database: string): Promise<string> {
  const password = randomBytes(12).toString('hex');
  const user = viewerName(database);
  await withConnection(server, async (connection) => {
    await connection.query(`CREATE USER '${user}'@'%' IDENTIFIED BY '${password}'`);
    await connection.query(`GRANT SELECT, SHOW VIEW ON \`${database}\`.* TO '${user}'@'%'`);
  });
  const url = new URL(withPath(server, database));
  url.username = user;
  url.password = password;
  return url.href;
}

/** MySQL takes user names of up to 32 characters. */
function viewerName(database: string): string {
  return `${database}_view`;
}

function withPath(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function withConnection(url: string, work: (connection: Connection) => Promise<unknown>): Promise<void> {
  const connection = await createConnection(withPath(url, ''));
  try {
    await work(connection);
  } finally {
    await connection.end();
  }
}
