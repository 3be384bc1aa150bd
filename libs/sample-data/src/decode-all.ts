import { createDecoder, type StreamItem } from '@testmetrics/subunit';

/** Every item of a stream that is in memory as a whole. */
export function decodeAll(bytes: Uint8Array): StreamItem[] {
  const decoder = createDecoder();
  return [...decoder.push(bytes), ...decoder.end()];
}
