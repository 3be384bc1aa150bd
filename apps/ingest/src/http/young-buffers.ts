import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes that may come in before their buffers are freed. */
const EVERY_BYTES = 4 * 1024 * 1024;

let minorCollection: (() => void) | undefined;
let bytesSince = 0;

/**
 * Counts bytes that came in, and has the nursery collected from time to time. A buffer is a small object with much memory behind
 * it, of which V8 takes little notice: it frees the buffers only when their small objects have filled the nursery.
 */
export function countIncoming(bytes: number): void {
  bytesSince += bytes;
  if (bytesSince < EVERY_BYTES) return;
  bytesSince = 0;
  minorCollection ??= findMinorCollection();
  minorCollection();
}

/** Node offers the collector only to contexts that are made while the flag is set. */
function findMinorCollection(): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (options: { readonly type: 'minor' }) => void;
  setFlagsFromString('--no-expose-gc');
  return () => collect({ type: 'minor' });
}
