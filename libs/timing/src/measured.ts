/** How a test ended, by the code that the database keeps. */
const OUTCOMES = [undefined, 'passed', 'failed', 'skipped'] as const;
export type MeasuredOutcome = NonNullable<(typeof OUTCOMES)[number]>;

/** One duration that was measured. */
export interface Measured {
  /** When its run began, in whole seconds since 1970. */
  readonly second: number;
  readonly outcome: MeasuredOutcome;
  readonly micros: number;
}

/** Where the parts of one duration lie in `tm_test_timings.recent`, in hexadecimal digits; docs/schema.md says what they are. */
const TIME_DIGITS = 8;
const CODE_DIGITS = 2;
const MICROS_DIGITS = 10;
const ENTRY_DIGITS = TIME_DIGITS + CODE_DIGITS + MICROS_DIGITS;

/** Takes apart what the database keeps of a test, in hexadecimal; what is no whole entry at the end is left out. */
export function readMeasured(recent: string): Measured[] {
  const list: Measured[] = [];
  for (let at = 0; at + ENTRY_DIGITS <= recent.length; at += ENTRY_DIGITS) {
    const code = readHex(recent, at + TIME_DIGITS, CODE_DIGITS);
    list.push({
      second: readHex(recent, at, TIME_DIGITS),
      outcome: OUTCOMES[code] ?? 'failed',
      micros: readHex(recent, at + TIME_DIGITS + CODE_DIGITS, MICROS_DIGITS),
    });
  }
  return list;
}

/** Digit by digit: a job of 10,000 tests has 200,000 durations, and a text made of each would take longer than all the rest. */
function readHex(text: string, from: number, digits: number): number {
  let value = 0;
  for (let at = from; at < from + digits; at++) {
    const code = text.charCodeAt(at);
    value = value * 16 + (code <= 57 ? code - 48 : (code | 32) - 87);
  }
  return value;
}

/** The newest first; those of several projects or branches come together here. */
export function newestFirst(list: readonly Measured[]): readonly Measured[] {
  const isSorted = list.every((one, index) => index === 0 || compare(list[index - 1] ?? one, one) <= 0);
  return isSorted ? list : [...list].sort(compare);
}

/** Those of one second stand in an order that does not depend on where they came from. */
function compare(one: Measured, other: Measured): number {
  return other.second - one.second || order(other.outcome) - order(one.outcome) || other.micros - one.micros;
}

function order(outcome: MeasuredOutcome): number {
  return OUTCOMES.indexOf(outcome);
}
