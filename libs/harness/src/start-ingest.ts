import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { SERVICE_NODE_FLAGS } from '@testmetrics/runtime';
import { builtApp } from './built';

export interface IngestOptions {
  readonly databaseUrl: string;
  /** Further settings of the service. */
  readonly env?: NodeJS.ProcessEnv;
  /** Default 0: any free one. */
  readonly port?: number;
}

/** The built ingest service as a process of its own. */
export interface IngestProcess {
  readonly url: string;
  readonly pid: number;
  /** Everything it has written so far. */
  log(): string;
  /** Most memory it ever had in RAM, in bytes. Linux only. */
  peakMemoryBytes(): number;
  /** In good order, with SIGTERM. */
  stop(): Promise<void>;
  /** At once, with SIGKILL. */
  kill(): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;
const KEPT_LOG_CHARACTERS = 256 * 1024;

/** @throws Error with the service's output where it does not come up */
export async function startIngest({ databaseUrl, env = {}, port = 0 }: IngestOptions): Promise<IngestProcess> {
  const child = fork(builtApp('ingest'), [], {
    env: { ...process.env, DATABASE_URL: databaseUrl, HOST: '127.0.0.1', PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [...SERVICE_NODE_FLAGS],
  });
  const log = collectLog(child);
  const url = await listening(child, log);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const pid = child.pid ?? -1;
  const end = (signal: NodeJS.Signals) => async (): Promise<void> => {
    child.kill(signal);
    await exited;
  };
  return { url, pid, log, peakMemoryBytes: () => peakMemoryBytes(pid), stop: end('SIGTERM'), kill: end('SIGKILL') };
}

function collectLog(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString('utf8')).slice(-KEPT_LOG_CHARACTERS);
    });
  }
  return () => text;
}

function listening(child: ChildProcess, log: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void => {
      child.kill('SIGKILL');
      reject(new Error(`the ingest service did not start: ${reason}\n${log()}`));
    };
    const timer = setTimeout(() => fail(`not listening after ${START_TIMEOUT_MS / 1000} s`), START_TIMEOUT_MS);
    child.once('exit', (status, signal) => fail(`it ended with ${status ?? signal}`));
    child.on('message', (message: { kind?: string; url?: string }) => {
      if (message.kind !== 'listening' || message.url === undefined) return;
      clearTimeout(timer);
      child.removeAllListeners('exit');
      resolve(message.url);
    });
  });
}

function peakMemoryBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? NaN) * 1024;
}
