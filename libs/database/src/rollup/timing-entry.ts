import { ENTRY_DIGITS, FAILED, PASSED, recentEntry, SKIPPED } from '@testmetrics/timing';

import { hasPassed, type Outcome } from './rollup-input';

/** So many durations of a test are kept. */
export const KEPT_TIMINGS = 20;

/**
 * One duration as `tm_test_timings.recent` holds it, in ten bytes, big endian, written in hexadecimal: when its run
 * began (4 bytes, seconds since 1970), how the test ended (1 byte: 1 passed, 2 failed, 3 skipped), and how long it
 * took (5 bytes, microseconds).
 *
 * Newer entries are greater as text, and those of one second have an order too: which ones are kept depends on the runs
 * alone, not on when they came.
 */
export function timingEntry(runAtMicros: number, outcome: Outcome, seconds: number): string {
  return recentEntry({ second: runAtMicros / 1e6, code: codeOf(outcome), micros: seconds * 1e6 });
}

/** The newest of two lists together, the newest first. */
export function newestEntries(some: readonly string[], others: readonly string[]): readonly string[] {
  return [...some, ...others].sort(descending).slice(0, KEPT_TIMINGS);
}

/** @param recent - entries, one after the other */
export function splitEntries(recent: string): readonly string[] {
  return Array.from({ length: Math.floor(recent.length / ENTRY_DIGITS) }, (_, index) =>
    recent.slice(index * ENTRY_DIGITS, (index + 1) * ENTRY_DIGITS),
  );
}

function codeOf(outcome: Outcome): number {
  if (outcome === 'skip') return SKIPPED;
  return hasPassed(outcome) ? PASSED : FAILED;
}

function descending(one: string, other: string): number {
  return one < other ? 1 : one > other ? -1 : 0;
}
