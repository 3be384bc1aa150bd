import type { Measured, MeasuredOutcome } from './measured';
import { FAILED, PASSED, SKIPPED } from './recent-entry';
import { type Statistic, statisticOf } from './statistic';

/** What is expected of a test, and what the expectation stands on. */
export interface Expectation {
  readonly micros: number;
  /** Of the runs that were used. */
  readonly outcome: MeasuredOutcome;
  readonly runs: number;
  /** When the newest of its runs began, used or not. */
  readonly lastSeenMicros: number;
}

export interface ExpectationOptions {
  readonly statistic: Statistic;
  /** Runs that began earlier do not count. */
  readonly sinceMicros?: number;
}

const OUTCOMES: Readonly<Record<number, MeasuredOutcome>> = {
  [PASSED]: 'passed',
  [FAILED]: 'failed',
  [SKIPPED]: 'skipped',
};

/** Durations that are used, the newest first; grows as needed. */
let used = new Float64Array(64);

/**
 * What a test is expected to take: made of its passes, else of its failures. A test that was skipped the last time is
 * expected to be skipped again, which takes as long as its skips took.
 *
 * @param test - its place among those that were measured
 * @returns `null` where nothing was measured since then
 */
export function expectedDuration(
  measured: Measured,
  test: number,
  { statistic, sinceMicros = 0 }: ExpectationOptions,
): Expectation | null {
  const since = Math.ceil(sinceMicros / 1e6);
  const [from, to] = [measured.starts[test] ?? 0, measured.starts[test + 1] ?? 0];
  const newest = newestOf(measured, { from, to, since, code: null });
  if (newest < 0) return null;
  const code = codeToExpect(measured, { from, to, since }, newest);
  const runs = use(measured, { from, to, since, code });
  return {
    micros: statisticOf(used.subarray(0, runs), statistic),
    outcome: OUTCOMES[code] ?? 'failed',
    runs,
    lastSeenMicros: (measured.seconds[newest] ?? 0) * 1e6,
  };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  /** In whole seconds. */
  readonly since: number;
}

interface Wanted extends Stretch {
  /** `null`: any. */
  readonly code: number | null;
}

/** The place of the newest run, -1 where there is none; of those of one second it does not depend on where they came from. */
function newestOf({ seconds, codes, micros }: Measured, { from, to, since, code }: Wanted): number {
  let newest = -1;
  for (let at = from; at < to; at++) {
    const second = seconds[at] ?? 0;
    if (second < since || (code !== null && codes[at] !== code)) continue;
    if (newest >= 0) {
      const newer =
        second - (seconds[newest] ?? 0) ||
        (codes[at] ?? 0) - (codes[newest] ?? 0) ||
        (micros[at] ?? 0) - (micros[newest] ?? 0);
      if (newer <= 0) continue;
    }
    newest = at;
  }
  return newest;
}

function codeToExpect({ seconds, codes }: Measured, { from, to, since }: Stretch, newest: number): number {
  if (codes[newest] === SKIPPED) return SKIPPED;
  for (let at = from; at < to; at++) if (codes[at] === PASSED && (seconds[at] ?? 0) >= since) return PASSED;
  return FAILED;
}

/** Lays what is used ready; only the newest has a place of its own, as all others are added up or sorted. */
function use(measured: Measured, wanted: Wanted & { readonly code: number }): number {
  const { from, to, since, code } = wanted;
  const { seconds, codes, micros } = measured;
  if (used.length < to - from) used = new Float64Array(2 * (to - from));
  const first = newestOf(measured, wanted);
  used[0] = micros[first] ?? 0;
  let count = 1;
  for (let at = from; at < to; at++) {
    if (at === first || codes[at] !== code || (seconds[at] ?? 0) < since) continue;
    used[count++] = micros[at] ?? 0;
  }
  return count;
}
