/** How a test ended, as the database keeps it; any other code is a failure. Of two runs of one second the one with the higher code counts as newer. */
export const PASSED = 1;
export const FAILED = 2;
export const SKIPPED = 3;

// Where the parts of one duration lie in `tm_test_timings.recent`, in hexadecimal digits; docs/schema.md says what they are.
export const TIME_DIGITS = 8;
export const CODE_DIGITS = 2;
const MICROS_DIGITS = 10;
export const ENTRY_DIGITS = TIME_DIGITS + CODE_DIGITS + MICROS_DIGITS;

/** 2106-02-07. */
const LAST_SECOND = 16 ** TIME_DIGITS - 1;
/** Twelve days. */
const MOST_MICROS = 16 ** MICROS_DIGITS - 1;

/** One duration of a test. */
export interface RecentEntry {
  /** When its run began, in seconds since 1970. */
  readonly second: number;
  readonly code: number;
  /** How long it took. */
  readonly micros: number;
}

/** A duration in the digits that `Measured` reads. Newer ones are greater as text. */
export function recentEntry({ second, code, micros }: RecentEntry): string {
  return (
    hex(clamp(Math.floor(second), LAST_SECOND), TIME_DIGITS) +
    hex(code, CODE_DIGITS) +
    hex(clamp(Math.round(micros), MOST_MICROS), MICROS_DIGITS)
  );
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}
