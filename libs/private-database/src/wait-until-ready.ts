import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import type { Account } from './accounts';
import type { Layout } from './layout';
import { PrivateDatabaseError } from './private-database-error';

export interface ReadinessInput {
  readonly child: ChildProcess;
  readonly layout: Layout;
  readonly port: number;
  readonly account: Account;
  readonly database: string;
  readonly timeoutMs: number;
}

/** Waits until the server lets `account` in; throws with the end of its log where it exits first or takes too long. */
export async function waitUntilReady({
  child,
  layout,
  port,
  account,
  database,
  timeoutMs,
}: ReadinessInput): Promise<void> {
  let spawnError: Error | null = null;
  child.once('error', (error) => (spawnError = error));
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const lastError = await tryConnection(port, account, database);
    const hasExited = spawnError !== null || child.exitCode !== null || child.signalCode !== null;
    if (hasExited)
      throw new PrivateDatabaseError('start_failed', startFailure(layout, spawnError), { cause: spawnError });
    if (lastError === null) return;
    if (Date.now() > deadline) {
      const message = `MariaDB did not answer within ${timeoutMs / 1000} s.\n${logTail(layout)}`;
      throw new PrivateDatabaseError('start_timeout', message, { cause: lastError });
    }
    await sleep(50);
  }
}

async function tryConnection(port: number, { user, password }: Account, database: string): Promise<unknown> {
  try {
    const connection = await createConnection({
      host: '127.0.0.1',
      port,
      user,
      password,
      database,
      connectTimeout: 5_000,
    });
    await connection.end();
    return null;
  } catch (error) {
    return error;
  }
}

function startFailure(layout: Layout, spawnError: Error | null): string {
  return `MariaDB ended before it was ready. ${spawnError?.message ?? ''}\nThe end of ${layout.log}:\n${logTail(layout)}`;
}

function logTail(layout: Layout): string {
  try {
    return readFileSync(layout.log, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
  } catch {
    return '(no log was written)';
  }
}
