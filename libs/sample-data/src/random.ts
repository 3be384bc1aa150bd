/** A seeded source of numbers: the same keys give the same sequence, on every machine. */
export interface Random {
  /** Evenly from 0 (included) to 1 (not included). */
  next(): number;
  chance(probability: number): boolean;
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  /** A factor around 1: `spread` 0.1 keeps two of three draws within ten per cent. */
  factor(spread: number): number;
  /** Hexadecimal digits. */
  hex(digits: number): string;
}

/**
 * Numbers that depend on all keys together and on nothing else.
 *
 * Every run and test draws from a source of its own, so that adding a job does not change the others.
 */
export function randomFrom(...keys: readonly (string | number)[]): Random {
  const next = smallFastCounter(hash(keys.join('\u0000')));
  const integer = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined) throw new RangeError('Expected at least one item to pick from, found none.');
      return item;
    },
    factor: (spread) => Math.exp(spread * normal(next)),
    hex: (digits) => Array.from({ length: digits }, () => integer(0, 15).toString(16)).join(''),
  };
}

/** FNV-1a over UTF-16 units, started at four places for four words of state. */
function hash(text: string): readonly [number, number, number, number] {
  const word = (offset: number) => {
    let value = 0x811c9dc5 ^ offset;
    for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
    return Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0;
  };
  return [word(0), word(0x9e3779b9), word(0x7f4a7c15), word(0x94d049bb)];
}

/** sfc32, a small generator of good quality with 128 bits of state. */
function smallFastCounter(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, counter] = state;
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4294967296;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}

/** A draw from the standard normal distribution (Box and Muller), cut at three. */
function normal(next: () => number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - next()));
  return Math.max(-3, Math.min(3, radius * Math.cos(2 * Math.PI * next())));
}
