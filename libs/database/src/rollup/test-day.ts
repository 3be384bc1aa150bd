import { addToHistogram, type Histogram } from './histogram';
import { hasPassed, noOutcomes, type OutcomeCounts, type TestRunForRollup } from './rollup-input';

/** What is to be added to a row of tm_test_days and its histogram. */
export interface TestDayDelta extends OutcomeCounts {
  timed: number;
  seconds: number;
  passedTimed: number;
  passedSeconds: number;
  readonly durations: Histogram;
}

export function noTestDay(): TestDayDelta {
  return { ...noOutcomes(), timed: 0, seconds: 0, passedTimed: 0, passedSeconds: 0, durations: new Map() };
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
