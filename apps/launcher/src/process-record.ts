import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  identifyProcess,
  isSameProcessAlive,
  writePrivateFile,
  type ProcessIdentity,
} from '@testmetrics/private-database';

/** Remembers which processes a launcher started, for the case that it is killed and cannot stop them. */
export interface ProcessRecord {
  add(pid: number): void;
  /** Ends them all at once: whatever is not committed is lost, nothing else. */
  killAll(): void;
  clear(): void;
}

const PATIENCE_MS = 40_000;

export function openProcessRecord(file: string): ProcessRecord {
  const known: ProcessIdentity[] = [];
  return {
    add: (pid) => {
      const identity = identifyProcess(pid);
      if (identity !== null) known.push(identity);
      writePrivateFile(file, JSON.stringify(known));
    },
    killAll: () => {
      for (const { pid } of known.filter(isSameProcessAlive)) process.kill(pid, 'SIGKILL');
    },
    clear: () => rmSync(file, { force: true }),
  };
}

/** Stops what an earlier launcher left behind when it was killed; gives how many processes that were. */
export async function stopLeftovers(file: string): Promise<number> {
  const left = readRecord(file).filter(isSameProcessAlive);
  for (const { pid } of left) process.kill(pid, 'SIGTERM');
  const deadline = Date.now() + PATIENCE_MS;
  while (left.some(isSameProcessAlive) && Date.now() < deadline) await sleep(50);
  for (const identity of left.filter(isSameProcessAlive)) process.kill(identity.pid, 'SIGKILL');
  rmSync(file, { force: true });
  return left.length;
}

function readRecord(file: string): ProcessIdentity[] {
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(parsed) ? parsed.filter(isIdentity) : [];
  } catch {
    return [];
  }
}

function isIdentity(value: unknown): value is ProcessIdentity {
  const { pid, started } = (value ?? {}) as Partial<Record<keyof ProcessIdentity, unknown>>;
  return typeof pid === 'number' && pid > 1 && typeof started === 'string';
}
