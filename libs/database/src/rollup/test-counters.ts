import { hasPassed, type TestRunForRollup } from './rollup-input';

/** What is to be added to the counters of a row of tests; skips and unfinished tests are in none of them. */
export interface TestCountersDelta {
  success: number;
  failure: number;
  timedSuccesses: number;
  timedSeconds: number;
}

export function noTestCounters(): TestCountersDelta {
  return { success: 0, failure: 0, timedSuccesses: 0, timedSeconds: 0 };
}

export function addToTestCounters(delta: TestCountersDelta, { outcome, seconds }: TestRunForRollup): void {
  if (outcome === 'skip' || outcome === 'unfinished') return;
  if (!hasPassed(outcome)) {
    delta.failure += 1;
    return;
  }
  delta.success += 1;
  if (seconds === null) return;
  delta.timedSuccesses += 1;
  delta.timedSeconds += seconds;
}
