import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = resolve(__dirname, '../../..');

export interface Endpoints {
  readonly ingest: string;
  readonly dashboards: string;
  readonly database: string;
}

/** A running (or ended) `npm start`. */
export interface Stack {
  readonly child: ChildProcess;
  readonly exited: Promise<{ readonly status: number | null; readonly signal: NodeJS.Signals | null }>;
  output(): string;
}

export interface StackOptions {
  readonly dataDirectory: string;
  readonly env?: Readonly<Record<string, string>>;
  /** `npm start` itself, as a person types it; default: what it runs, which starts faster. */
  readonly throughNpm?: boolean;
}

/** A data directory of a test's own, with everything that runs in it ended and removed afterwards. */
export function makeDataDirectory(): string {
  return join(mkdtempSync(join(tmpdir(), 'tm-stack-')), 'data');
}

/** Starts the product on free ports, without sample data unless asked for. */
export function startStack({ dataDirectory, env = {}, throughNpm = false }: StackOptions): Stack {
  const [command, args] = throughNpm ? ['npm', ['start']] : [process.execPath, ['tools/start.mjs']];
  const child = spawn(command, args, {
    cwd: ROOT,
    // A process group of its own, as a terminal gives to each command: Ctrl-C is a signal to the group.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: '0',
      DASHBOARDS_PORT: '0',
      TESTMETRICS_SAMPLE: 'off',
      TESTMETRICS_DATA_DIR: dataDirectory,
      ...env,
    },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exited = new Promise<{ status: number | null; signal: NodeJS.Signals | null }>((resolveExit) => {
    child.once('close', (status, signal) => resolveExit({ status, signal }));
  });
  return { child, exited, output: () => output };
}

/** Waits until everything is up, and gives where. */
export async function endpointsOf(stack: Stack, dataDirectory: string, timeoutMs = 60_000): Promise<Endpoints> {
  const file = endpointsFile(dataDirectory);
  let hasExited = false;
  void stack.exited.then(() => (hasExited = true));
  const deadline = Date.now() + timeoutMs;
  // A launcher that was killed leaves its file behind, so the file alone says nothing.
  while (!existsSync(file) || !stack.output().includes('Test Metrics is running.')) {
    if (hasExited) throw new Error(`It ended before it was up:\n${stack.output()}`);
    if (Date.now() > deadline) throw new Error(`It was not up within ${timeoutMs} ms:\n${stack.output()}`);
    await sleep(50);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Endpoints;
}

export function endpointsFile(dataDirectory: string): string {
  return join(dataDirectory, 'endpoints.json');
}

/** What Ctrl-C in a terminal does. */
export function pressCtrlC(stack: Stack): void {
  if (stack.child.pid !== undefined) process.kill(-stack.child.pid, 'SIGINT');
}

export interface FoundProcess {
  readonly pid: number;
  readonly command: string;
}

/** Every process that was started, directly or not, with this data directory: they inherit the variable that names it. */
export function processesOf(dataDirectory: string): FoundProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const environment = readFileSync(`/proc/${name}/environ`, 'utf8').split('\0');
        if (!environment.includes(`TESTMETRICS_DATA_DIR=${dataDirectory}`)) return [];
        return [
          { pid: Number(name), command: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() },
        ];
      } catch {
        // It ended while we looked, or belongs to somebody else.
        return [];
      }
    });
}

/** Ends whatever a test left running. */
export async function killAll(dataDirectory: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const left = processesOf(dataDirectory).filter(({ command }) => command !== '');
    if (left.length === 0) return;
    for (const { pid } of left) tryKill(pid);
    await sleep(50);
  }
}

/** Leaves nothing behind. */
export async function cleanUp(dataDirectory: string): Promise<void> {
  await killAll(dataDirectory);
  rmSync(resolve(dataDirectory, '..'), { recursive: true, force: true });
}

function tryKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
