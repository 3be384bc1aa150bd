import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPrivateDatabase, type PrivateDatabase } from '../private-database';
import { TEST_DATABASE_URL } from './test-database-url';

let running: { readonly database: PrivateDatabase; readonly directory: string } | null = null;

/** Starts one MariaDB for all integration tests of a run, unless the environment already names a server. */
export default async function startTestDatabase(): Promise<void> {
  if (process.env[TEST_DATABASE_URL] !== undefined) return;
  const directory = mkdtempSync(join(tmpdir(), 'testmetrics-int-'));
  const log = (line: string) => process.stderr.write(`${line}\n`);
  const database = await startPrivateDatabase({ directory, durability: 'throwaway', withAdmin: true, log });
  running = { database, directory };
  process.env[TEST_DATABASE_URL] = database.adminUrl ?? database.ownerUrl;
  process.once('exit', killNow);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
}

/** Stops what `startTestDatabase` started. */
export async function stopTestDatabase(): Promise<void> {
  if (running === null) return;
  const { database, directory } = running;
  running = null;
  await database.stop();
  rmSync(directory, { recursive: true, force: true });
}

/** The run was interrupted: nothing asynchronous can happen any more, and the data are worth nothing. */
function killNow(): void {
  if (running === null) return;
  try {
    process.kill(running.database.pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
  rmSync(running.directory, { recursive: true, force: true });
}
