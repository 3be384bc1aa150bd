import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { type IngestProcess, type ReferenceTool, runCommand, startIngest } from '@testmetrics/harness';
import { startPrivateDatabase } from '@testmetrics/private-database';
import { type Connection, createConnection } from 'mysql2/promise';

const execute = promisify(execFile);
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** Our service on its own database, and the reference tools that may be pointed at it. */
export interface ReferenceStack {
  readonly service: IngestProcess;
  readonly connection: Connection;
  /** Runs `testmetrics` on the database. */
  testmetrics(...args: string[]): ReturnType<typeof runCommand>;
  /** Stores a stream with the reference; nothing is said where it worked. */
  subunit2sql(...args: string[]): Promise<void>;
  /** What the reference reads of the run with that uuid, as a subunit stream. */
  sql2subunit(uuid: string): Promise<Buffer>;
  stop(): Promise<void>;
}

/** @param tool - where the reference was installed */
export async function startReferenceStack(tool: Exclude<ReferenceTool, { missing: string }>): Promise<ReferenceStack> {
  const directory = mkdtempSync(join(tmpdir(), 'testmetrics-reference-e2e-'));
  const server = await startPrivateDatabase({ directory, durability: 'throwaway', log: () => undefined });
  const env = { DATABASE_URL: server.ownerUrl };
  const testmetrics = (...args: string[]): ReturnType<typeof runCommand> => runCommand(args, env);
  const migrated = await testmetrics('db', 'migrate');
  if (migrated.status !== 0) throw new Error(`db migrate failed: ${migrated.stderr}`);
  const service = await startIngest({ databaseUrl: server.ownerUrl });
  const connection = await createConnection({ uri: server.ownerUrl, dateStrings: true, timezone: 'Z' });
  const database = ['--database-connection', server.ownerUrl.replace(/^mysql:/, 'mysql+pymysql:')];
  return {
    service,
    connection,
    testmetrics,
    async subunit2sql(...args) {
      await execute(tool.program, [...database, ...args], { maxBuffer: MAX_OUTPUT_BYTES });
    },
    async sql2subunit(uuid) {
      const options = { maxBuffer: MAX_OUTPUT_BYTES, encoding: 'buffer' } as const;
      return (await execute(tool.reader, [...database, uuid], options)).stdout;
    },
    async stop() {
      await connection.end();
      await service.stop();
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
