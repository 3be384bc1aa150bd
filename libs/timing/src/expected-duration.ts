import { type Entries, type MeasuredOutcome, microsOf, newestFirst, outcomeOf, runAtMicros } from './measured';
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

/**
 * What a test is expected to take: made of its passes, else of its failures. A test that was skipped the last time is
 * expected to be skipped again, which takes as long as its skips took.
 *
 * @param since - digits of `entriesSince`; older runs do not count
 * @returns `null` where nothing was measured since then
 */
export function expectedDuration(entries: Entries, statistic: Statistic, since = ''): Expectation | null {
  const inRange = newestFirst(entries).filter((entry) => entry >= since);
  const [newest] = inRange;
  if (newest === undefined) return null;
  const outcome = outcomeToExpect(inRange, newest);
  const used = inRange.filter((entry) => outcomeOf(entry) === outcome).map(microsOf);
  return { micros: statisticOf(used, statistic), outcome, runs: used.length, lastSeenMicros: runAtMicros(newest) };
}

function outcomeToExpect(entries: Entries, newest: string): MeasuredOutcome {
  if (outcomeOf(newest) === 'skipped') return 'skipped';
  return entries.some((entry) => outcomeOf(entry) === 'passed') ? 'passed' : 'failed';
}
