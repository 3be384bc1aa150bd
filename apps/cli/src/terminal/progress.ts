import { Format, SingleBar } from 'cli-progress';
import { formatBytes } from '../format';
import type { Terminal } from './terminal';

/** A bar for a job this short would only flicker. */
const SHOW_AFTER_MS = 400;

export interface Progress {
  advance(bytes: number): void;
  /** Takes the bar away; safe to call twice. */
  stop(): void;
}

const NONE: Progress = { advance: () => undefined, stop: () => undefined };

/** A progress bar on standard error for work measured in bytes; nothing at all where that is no terminal. */
export function showProgress(
  { progressStream }: Pick<Terminal, 'progressStream'>,
  { label, totalBytes }: { readonly label: string; readonly totalBytes: number | null },
): Progress {
  if (progressStream === null) return NONE;
  const bar = createBar(progressStream, label, totalBytes);
  const startedMs = Date.now();
  let done = 0;
  let started = false;
  return {
    advance(bytes) {
      done += bytes;
      if (!started && Date.now() - startedMs > SHOW_AFTER_MS) {
        bar.start(totalBytes ?? done, done);
        started = true;
      }
      if (started) bar.update(done);
    },
    stop() {
      if (started) bar.stop();
      started = false;
    },
  };
}

function createBar(stream: NodeJS.WriteStream, label: string, totalBytes: number | null): SingleBar {
  return new SingleBar({
    stream,
    clearOnComplete: true,
    hideCursor: true,
    format: (options, params) => {
      if (totalBytes === null) return `${label}  ${formatBytes(params.value)}`;
      const bar = Format.BarFormat(params.progress, options);
      return `${label}  ${bar}  ${formatBytes(params.value)} of ${formatBytes(totalBytes)}`;
    },
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
  });
}
