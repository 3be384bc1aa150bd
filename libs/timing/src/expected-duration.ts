import { type Measured, type MeasuredOutcome, newestFirst } from './measured';
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
 * @param sinceMicros - runs that began earlier do not count
 * @returns `null` where nothing was measured since then
 */
export function expectedDuration(list: readonly Measured[], statistic: Statistic, sinceMicros = 0): Expectation | null {
  const since = Math.ceil(sinceMicros / 1e6);
  const inRange = newestFirst(list).filter(({ second }) => second >= since);
  const [newest] = inRange;
  if (newest === undefined) return null;
  const outcome = outcomeToExpect(inRange, newest);
  const used = inRange.filter((one) => one.outcome === outcome).map(({ micros }) => micros);
  return { micros: statisticOf(used, statistic), outcome, runs: used.length, lastSeenMicros: newest.second * 1e6 };
}

function outcomeToExpect(list: readonly Measured[], newest: Measured): MeasuredOutcome {
  if (newest.outcome === 'skipped') return 'skipped';
  return list.some(({ outcome }) => outcome === 'passed') ? 'passed' : 'failed';
}
