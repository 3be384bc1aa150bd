import { AppError } from '@testmetrics/runtime';
import type { Paths } from './paths';
import { startService } from './service-process';

/** Brings the schema to its head with the same command that people use: `testmetrics db migrate`. */
export async function migrate(paths: Paths, databaseUrl: string, signal: AbortSignal): Promise<void> {
  const command = await startService({
    name: 'migration',
    command: process.execPath,
    args: [paths.app('cli'), 'db', 'migrate'],
    env: { ...process.env, DATABASE_URL: databaseUrl },
    logFile: paths.log('migrate'),
  });
  const stop = () => void command.stop();
  signal.addEventListener('abort', stop, { once: true });
  const { status } = await command.exited;
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  if (status === 0) return;
  const words = command.lastLines().map((line) => `  | ${line}`);
  throw new AppError(
    'migration_failed',
    `The database's schema could not be brought up to date.\n${words.join('\n')}`,
    {
      action: `see ${command.logFile}`,
    },
  );
}
