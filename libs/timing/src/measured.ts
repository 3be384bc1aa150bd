import { CODE_DIGITS, ENTRY_DIGITS, FAILED, PASSED, SKIPPED, TIME_DIGITS } from './recent-entry';

/** How a test ended. */
export type MeasuredOutcome = 'passed' | 'failed' | 'skipped';

/** Of the microseconds' digits, as many as 32 bits hold. */
const LOW_DIGITS = 8;

/** What the database keeps of a test in several rows, as if it stood in one. */
export function joinRecent(one: string, other: string): string {
  return one.slice(0, ENTRY_DIGITS * entriesOf(one)) + other;
}

function entriesOf(recent: string): number {
  return Math.floor(recent.length / ENTRY_DIGITS);
}

/**
 * The durations that were measured of some tests, in columns: a job of 10,000 tests has 200,000 of them, and to make an object
 * of each takes longer than all the rest.
 */
export class Measured {
  /** Where those of each test begin, and in the end how many there are. */
  readonly starts: Uint32Array;
  /** When their runs began, in whole seconds since 1970. */
  readonly seconds: Uint32Array;
  readonly codes: Uint8Array;
  readonly micros: Float64Array;

  /** @param recent - of each test what the database keeps, in hexadecimal; what is no whole entry at the end is left out */
  constructor(recent: readonly string[]) {
    this.starts = new Uint32Array(recent.length + 1);
    for (let test = 0; test < recent.length; test++)
      this.starts[test + 1] = (this.starts[test] ?? 0) + entriesOf(recent[test] ?? '');
    const length = this.starts[recent.length] ?? 0;
    this.seconds = new Uint32Array(length);
    this.codes = new Uint8Array(length);
    this.micros = new Float64Array(length);
    for (let test = 0; test < recent.length; test++) this.read(recent[test] ?? '', this.starts[test] ?? 0);
  }

  /** When the newest run began, in seconds; 0 where there is none. */
  newestSecond(): number {
    let newest = 0;
    for (const second of this.seconds) if (second > newest) newest = second;
    return newest;
  }

  private read(text: string, first: number): void {
    const { seconds, codes, micros } = this;
    for (let place = first, at = 0; at + ENTRY_DIGITS <= text.length; place++, at += ENTRY_DIGITS) {
      const code = readHex(text, at + TIME_DIGITS, at + TIME_DIGITS + CODE_DIGITS);
      const middle = at + ENTRY_DIGITS - LOW_DIGITS;
      seconds[place] = readHex(text, at, at + TIME_DIGITS);
      codes[place] = code === PASSED || code === SKIPPED ? code : FAILED;
      micros[place] =
        readHex(text, at + TIME_DIGITS + CODE_DIGITS, middle) * 2 ** 32 +
        (readHex(text, middle, middle + LOW_DIGITS) >>> 0);
    }
  }
}

/** Up to 8 digits, as the 32 bits of an integer, which is what the processor counts in. */
function readHex(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    value = (value << 4) | ((code & 15) + (code >>> 6) * 9);
  }
  return value;
}
