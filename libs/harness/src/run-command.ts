import { execFile } from 'node:child_process';
import { builtApp } from './built';

export interface CommandResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built `testmetrics` command to its end. */
export function runCommand(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<CommandResult> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [builtApp('cli'), ...args],
      { env: { ...process.env, ...env }, maxBuffer: 256 * 1024 * 1024 },
      (error, stdout, stderr) => resolve({ status: error === null ? 0 : statusOf(error), stdout, stderr }),
    );
  });
}

function statusOf(error: { code?: unknown }): number | null {
  return typeof error.code === 'number' ? error.code : null;
}
