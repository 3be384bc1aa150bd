import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ServerPrograms } from './find-server';
import type { Layout } from './layout';
import { PrivateDatabaseError } from './private-database-error';

/**
 * Makes MariaDB's system tables where there are none.
 *
 * They are made aside and moved into place when complete, so a directory that was left half-made is never taken for a database.
 */
export async function initialiseData(layout: Layout, programs: ServerPrograms, systemUser?: string): Promise<void> {
  removeHalfMade(layout);
  if (existsSync(layout.data)) return;
  const fresh = `${layout.data}.new-${process.pid}`;
  mkdirSync(fresh, { mode: 0o700 });
  // The script trips over spaces in paths, so it works in the directory and is told no path.
  // A server that starts removes the temporary tables it finds, also those of another one: they must not share /tmp.
  const env = { ...process.env, TMPDIR: layout.temporary };
  await runInstall(programs.install, { cwd: fresh, env }, [
    '--no-defaults',
    '--datadir=.',
    '--auth-root-authentication-method=socket',
    '--skip-test-db',
    '--skip-name-resolve',
    ...(systemUser === undefined ? [] : [`--user=${systemUser}`]),
  ]);
  renameSync(fresh, layout.data);
}

function removeHalfMade(layout: Layout): void {
  const prefix = `${basename(layout.data)}.new-`;
  for (const name of readdirSync(layout.directory)) {
    if (name.startsWith(prefix)) rmSync(join(layout.directory, name), { recursive: true, force: true });
  }
}

function runInstall(
  program: string,
  options: { cwd: string; env: NodeJS.ProcessEnv },
  args: readonly string[],
): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) =>
      reject(new PrivateDatabaseError('initialise_failed', `${program} failed: ${reason}\n${output.slice(-2000)}`));
    let output = '';
    // A process group of its own: Ctrl-C in the terminal is for the process that started us, which then decides.
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', (error) => fail(error.message));
    child.once('close', (status) => (status === 0 ? resolve() : fail(`exit status ${status}`)));
  });
}
