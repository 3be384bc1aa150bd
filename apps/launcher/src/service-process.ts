import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** How a process ended. */
export interface Exit {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A program that runs beside the launcher until it is stopped. */
export interface ServiceProcess {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  readonly exited: Promise<Exit>;
  /** The end of what it wrote, for the report of its death. */
  lastLines(): readonly string[];
  /** Asks it to end, insists after a while, and settles when it is gone. */
  stop(): Promise<void>;
  kill(): void;
}

export interface ServiceOptions {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** A service that takes longer to stop is killed; default 65 s, more than the ingest service gives its last uploads. */
  readonly stopTimeoutMs?: number;
}

const KEPT_LINES = 20;
const LARGEST_LOG_BYTES = 10 * 1024 * 1024;

/** Starts a program with its output in a log file. */
export function startService({
  name,
  command,
  args,
  env,
  logFile,
  stopTimeoutMs = 65_000,
}: ServiceOptions): Promise<ServiceProcess> {
  // A process group of its own: Ctrl-C is for the launcher, which then stops its services one after the other.
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const lines = keepOutput(child, logFile);
  const exited = new Promise<Exit>((resolve) => {
    child.once('close', (status, signal) => resolve({ status, signal }));
  });
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`${name} cannot be started (${command}): ${error.message}`)));
    child.once('spawn', () => {
      const pid = child.pid ?? 0;
      const kill = () => void child.kill('SIGKILL');
      const stop = () => stopChild(child, exited, stopTimeoutMs);
      resolve({ name, pid, logFile, exited, lastLines: () => [...lines], stop, kill });
    });
  });
}

async function stopChild(child: ChildProcess, exited: Promise<Exit>, timeoutMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  await exited;
  clearTimeout(timer);
}

function keepOutput(child: ChildProcess, logFile: string): string[] {
  mkdirSync(dirname(logFile), { recursive: true });
  rotate(logFile);
  const log = createWriteStream(logFile, { flags: 'a', mode: 0o600 });
  const lines: string[] = [];
  // A full disk must not end the launcher, which has services to stop.
  log.on('error', () => {
    log.destroy();
  });
  const keep = (chunk: Buffer) => {
    if (log.writable) log.write(chunk);
    lines.push(
      ...chunk
        .toString()
        .split('\n')
        .filter((line) => line.trim() !== ''),
    );
    lines.splice(0, Math.max(0, lines.length - KEPT_LINES));
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  child.once('close', () => log.end());
  return lines;
}

function rotate(logFile: string): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_LOG_BYTES) renameSync(logFile, `${logFile}.old`);
}
