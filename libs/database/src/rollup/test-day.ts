import { addToHistogram, type Histogram } from './histogram';
import { hasPassed, noOutcomes, type OutcomeCounts, type TestRunForRollup } from './rollup-input';

/** What a test did in some time, without the histogram. */
export interface TestSums extends OutcomeCounts {
  timed: number;
  seconds: number;
  passedTimed: number;
  passedSeconds: number;
}

/** What is to be added to a row of tm_test_days and its histogram. */
export interface TestDayDelta extends TestSums {
  readonly durations: Histogram;
}

export function noTestSums(): TestSums {
  return { ...noOutcomes(), timed: 0, seconds: 0, passedTimed: 0, passedSeconds: 0 };
}

export function noTestDay(): TestDayDelta {
  return { ...noTestSums(), durations: new Map() };
}

/** Durations count where they are known; those of skipped tests say nothing. */
export function addToTestDay(delta: TestDayDelta, { outcome, flaky, seconds }: TestRunForRollup): void {
  delta[outcome] += 1;
  if (flaky) delta.flaky += 1;
  if (seconds === null || outcome === 'skip' || outcome === 'unfinished') return;
  delta.timed += 1;
  delta.seconds += seconds;
  if (!hasPassed(outcome)) return;
  delta.passedTimed += 1;
  delta.passedSeconds += seconds;
  addToHistogram(delta.durations, seconds);
}
