import { Decoder } from '../decoder';
import type { SubunitEvent } from '../event';

/** What a stream says, for comparing many decodings of a long one without making text of each. */
export interface Transcript {
  readonly events: readonly SubunitEvent[];
  /** Bytes outside packets; the number of the event that follows stands in front of each stretch. */
  readonly noise: string;
}

/** Decodes in chunks that are overwritten after each push, as a reader does that reuses its buffer. */
export function transcribe(bytes: Uint8Array, chunkBytes: number): Transcript {
  const events: SubunitEvent[] = [];
  let noise = '';
  let noiseBefore = -1;
  const decoder = new Decoder({
    onEvent: (event) => {
      const { fileBytes } = event;
      events.push(fileBytes === null ? event : { ...event, fileBytes: fileBytes.slice() });
    },
    onNoise: (stretch) => {
      if (noiseBefore !== events.length) noise += `<${events.length}>`;
      noiseBefore = events.length;
      noise += Buffer.from(stretch).toString('latin1');
    },
    onDamage: () => undefined,
  });
  const plain = new Uint8Array(bytes);
  for (let at = 0; at < plain.length; at += chunkBytes) {
    const chunk = plain.subarray(at, at + chunkBytes);
    decoder.push(chunk);
    chunk.fill(0xff);
  }
  decoder.end();
  return { events, noise };
}

/** The number of the first event that differs, -1 where all are the same. */
export function firstDifference(left: Transcript, right: Transcript): number {
  const length = Math.max(left.events.length, right.events.length);
  for (let at = 0; at < length; at++) if (!isSameEvent(left.events[at], right.events[at])) return at;
  return left.noise === right.noise ? -1 : length;
}

function isSameEvent(left: SubunitEvent | undefined, right: SubunitEvent | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  const { tags, fileBytes, ...plain } = left;
  const keys = Object.keys(plain) as (keyof typeof plain)[];
  if (keys.some((key) => left[key] !== right[key])) return false;
  if (tags?.join('\0') !== right.tags?.join('\0')) return false;
  if (fileBytes === null || right.fileBytes === null) return fileBytes === right.fileBytes;
  return Buffer.compare(fileBytes, right.fileBytes) === 0;
}
