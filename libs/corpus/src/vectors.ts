import type { ExpectedEvent } from './expected-event';
import { readJson } from './read-data';

/** Bytes and what the reference reader makes of them; the two longest are given by their ends and their hash. */
export interface SubunitVector {
  readonly name: string;
  readonly bytes: number;
  readonly note: string;
  readonly hex?: string;
  readonly hex_head?: string;
  readonly hex_tail?: string;
  readonly sha256?: string;
  readonly events?: readonly ExpectedEvent[];
}

interface VectorFile {
  readonly numbers: Readonly<Record<string, string>>;
  readonly vectors: readonly SubunitVector[];
}

export function subunitVectors(): readonly SubunitVector[] {
  return readJson<VectorFile>('subunit-vectors.json').vectors;
}

/** Numbers and their shortest encoding in hexadecimal. */
export function numberVectors(): ReadonlyMap<number, string> {
  const { numbers } = readJson<VectorFile>('subunit-vectors.json');
  return new Map(Object.entries(numbers).map(([value, hex]) => [Number(value), hex]));
}
