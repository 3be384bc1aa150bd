import { encodeEvent } from '@testmetrics/subunit';
import { generateRun } from './generate-run';
import type { RunShape } from './generate-run';

/** A made-up run as the bytes of a stream. */
export function encodeRun(shape: RunShape): Buffer {
  return Buffer.concat(Array.from(generateRun(shape), (event) => encodeEvent(event)));
}
