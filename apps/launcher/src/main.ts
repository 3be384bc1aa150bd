import { resolve } from 'node:path';
import { explainError } from '@testmetrics/runtime';
import { launch } from './launch';
import { pathsOf } from './paths';
import { readSettings } from './settings';

/** The top of the checkout, seen from dist/apps/launcher/main.js. */
const ROOT = resolve(__dirname, '../../..');

const SAME_KEY_PRESS_MS = 1_000;

async function main(): Promise<void> {
  const stopping = new AbortController();
  const impatience = new AbortController();
  listenForSignals(stopping, impatience);
  const settings = readSettings(process.env, ROOT);
  await launch({
    settings,
    paths: pathsOf(ROOT, settings.dataDirectory),
    signal: stopping.signal,
    impatience: impatience.signal,
    say: (line) => process.stdout.write(`${line}\n`),
  });
}

/** Ctrl-C reaches us twice where npm is between the terminal and us: only a signal some time after the first is impatience. */
function listenForSignals(stopping: AbortController, impatience: AbortController): void {
  let first = 0;
  const onSignal = () => {
    if (stopping.signal.aborted && Date.now() - first > SAME_KEY_PRESS_MS) impatience.abort();
    first ||= Date.now();
    stopping.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}

/** Whoever read our words has gone away (`npm start | head`): that is no reason to leave services behind. */
for (const output of [process.stdout, process.stderr]) {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
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
