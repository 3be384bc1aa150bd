import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const MAIN = join(__dirname, '../../../dist/apps/cli/main.js');

export interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly stdin?: Uint8Array;
  readonly env?: NodeJS.ProcessEnv;
  /** Close standard output after this many bytes, as `head -c` does. */
  readonly readOnly?: number;
}

/** Runs the built command to its end. */
export function testmetrics(
  args: readonly string[],
  { stdin, env = {}, readOnly }: RunOptions = {},
): Promise<Finished> {
  if (!existsSync(MAIN)) throw new Error(`expected the built command at ${MAIN}: run npm run build`);
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, ...env } });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  let bytes = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    stdout.push(chunk);
    bytes += chunk.length;
    if (readOnly !== undefined && bytes >= readOnly) child.stdout.destroy();
  });
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  // The command may refuse to read what we send.
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) =>
      resolve({
        status,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
      }),
    );
  });
}
