import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REFERENCE_SCHEMA } from '@testmetrics/corpus';
import { runCommand } from '@testmetrics/harness';
import { startPrivateDatabase } from '@testmetrics/private-database';
import { createConnection } from 'mysql2/promise';
import type { Connection } from 'mysql2/promise';

/** A MariaDB server of the benchmark's own, durable as in production, on which all contestants work. */
export interface BenchServer {
  /** An empty schema with our tables. */
  createOurs(name: string): Promise<string>;
  /** An empty schema with the reference's tables. */
  createReference(name: string): Promise<string>;
  drop(name: string): Promise<void>;
  connect(url: string): Promise<Connection>;
  version(): Promise<string>;
  stop(): Promise<void>;
}

export async function startBenchServer(log: (line: string) => void): Promise<BenchServer> {
  const directory = mkdtempSync(join(tmpdir(), 'testmetrics-bench-'));
  const server = await startPrivateDatabase({ directory, durability: 'durable', withAdmin: true, log });
  const adminUrl = server.adminUrl ?? server.ownerUrl;
  const admin = await connect(adminUrl);
  const create = async (name: string, characterSet: string): Promise<string> => {
    await admin.query(`DROP DATABASE IF EXISTS ${name}`);
    await admin.query(`CREATE DATABASE ${name} CHARACTER SET ${characterSet}`);
    return adminUrl.replace(/\/[^/]*$/, `/${name}`);
  };
  return {
    connect,
    async createOurs(name) {
      const url = await create(name, 'utf8mb4');
      const { status, stderr } = await runCommand(['db', 'migrate'], { DATABASE_URL: url });
      if (status !== 0) throw new Error(`db migrate failed: ${stderr}`);
      return url;
    },
    async createReference(name) {
      const url = await create(name, 'utf8mb3');
      const connection = await connect(url);
      for (const statement of REFERENCE_SCHEMA) await connection.query(statement);
      await connection.end();
      return url;
    },
    drop: async (name) => void (await admin.query(`DROP DATABASE IF EXISTS ${name}`)),
    async version() {
      const [rows] = await admin.query('SELECT VERSION() AS version');
      return (rows as { version: string }[])[0]?.version ?? 'unknown';
    },
    async stop() {
      await admin.end();
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function connect(url: string): Promise<Connection> {
  // Dates as text: a Date would lose the microseconds.
  return createConnection({
    uri: url,
    dateStrings: true,
    supportBigNumbers: true,
    timezone: 'Z',
    charset: 'UTF8MB4_BIN',
  });
}
