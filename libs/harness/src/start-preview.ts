import { fork } from 'node:child_process';
import { builtApp } from './built';

/** The built preview as a process of its own. */
export interface PreviewProcess {
  readonly url: string;
  stop(): Promise<void>;
}

export interface PreviewOptions {
  readonly databaseUrl: string;
  /** Further settings of the preview. */
  readonly env?: NodeJS.ProcessEnv;
}

/** @throws Error with the preview's output where it does not come up */
export function startPreview({ databaseUrl, env = {} }: PreviewOptions): Promise<PreviewProcess> {
  const child = fork(builtApp('preview'), [], {
    env: { ...process.env, DATABASE_URL: databaseUrl, HOST: '127.0.0.1', DASHBOARDS_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  return new Promise((resolve, reject) => {
    child.once('exit', (status) => reject(new Error(`the preview ended with ${status}\n${log}`)));
    child.on('message', ({ kind, url }: { kind?: string; url?: string }) => {
      if (kind === 'listening' && url !== undefined) resolve({ url, stop });
    });
  });
}
