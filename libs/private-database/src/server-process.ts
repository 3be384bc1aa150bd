import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Layout } from './layout';
import { PrivateDatabaseError } from './private-database-error';
import { isSameProcessAlive, type ProcessIdentity } from './process-identity';

/** A clean shutdown writes what is still in memory; a server that takes longer than this is killed, which loses nothing committed. */
const SHUTDOWN_MS = 60_000;

export interface ServerState extends ProcessIdentity {
  readonly port: number;
}

/** What the last start wrote down, or `null`. */
export function keptState(layout: Layout): ServerState | null {
  try {
    const { pid, started, port } = JSON.parse(readFileSync(layout.state, 'utf8')) as Partial<ServerState>;
    const isWhole = typeof pid === 'number' && typeof started === 'string' && typeof port === 'number';
    return isWhole ? { pid, started, port } : null;
  } catch {
    return null;
  }
}

/** Stops the server of a process that was killed before it could do so. Call it only while holding the directory's lock. */
export async function stopOrphan(layout: Layout, log?: (line: string) => void): Promise<void> {
  const state = keptState(layout);
  if (state === null || !isSameProcessAlive(state)) return;
  log?.(`stopping the database server ${state.pid}, left behind by a process that was killed`);
  process.kill(state.pid, 'SIGTERM');
  if (await waitFor(() => !isSameProcessAlive(state), SHUTDOWN_MS)) return;
  process.kill(state.pid, 'SIGKILL');
  if (await waitFor(() => !isSameProcessAlive(state), SHUTDOWN_MS)) return;
  throw new PrivateDatabaseError(
    'stop_failed',
    `Process ${state.pid} still uses ${layout.data} and cannot be stopped.`,
  );
}

/** Ends a child: asked first, killed when it does not follow. */
export async function stopProcess(child: ChildProcess): Promise<void> {
  const isGone = () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
  if (isGone()) return;
  child.kill('SIGTERM');
  if (await waitFor(isGone, SHUTDOWN_MS)) return;
  child.kill('SIGKILL');
  await waitFor(isGone, SHUTDOWN_MS);
}

async function waitFor(condition: () => boolean, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (!condition()) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}
