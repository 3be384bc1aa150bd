import { resolve } from 'node:path';
import { explainError } from '@testmetrics/runtime';
import { launch } from './launch';
import { pathsOf } from './paths';
import { readSettings } from './settings';

/** The top of the checkout, seen from dist/apps/launcher/main.js. */
const ROOT = resolve(__dirname, '../../..');

async function main(): Promise<void> {
  const stopping = new AbortController();
  const impatience = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => (stopping.signal.aborted ? impatience.abort() : stopping.abort()));
  }
  const settings = readSettings(process.env, ROOT);
  await launch({
    settings,
    paths: pathsOf(ROOT, settings.dataDirectory),
    signal: stopping.signal,
    impatience: impatience.signal,
    say: (line) => process.stdout.write(`${line}\n`),
  });
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`\n${explainError(error)}\n`);
    if (process.env['DEBUG'] !== undefined && error instanceof Error) process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
