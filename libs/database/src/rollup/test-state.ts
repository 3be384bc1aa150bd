import { HISTORY_LENGTH, noBits, pushBit, type HistoryBits } from './history-bits';
import { hasPassed, type RunForRollup, type TestRunForRollup } from './rollup-input';

/**
 * What a batch of runs does to a row of tm_test_states: results to be put in front of those that are there.
 * Skips, and runs in which the environment failed, leave no bit: they say nothing about the test.
 */
export interface TestStateDelta {
  readonly history: HistoryBits;
  readonly flakyHistory: HistoryBits;
  /** Bits to put in front, at most 64. */
  length: number;
  /** Fails since the last pass of this batch, or in all of it. */
  consecutiveFails: number;
  firstSeenMicros: number;
  lastSeenMicros: number;
  /** `null` = did not pass in this batch. */
  lastPassedMicros: number | null;
  lastFailedMicros: number | null;
  lastRunId: number;
  lastFailedRunId: number | null;
}

export function noTestState(run: RunForRollup): TestStateDelta {
  return {
    history: noBits(),
    flakyHistory: noBits(),
    length: 0,
    consecutiveFails: 0,
    firstSeenMicros: run.runAtMicros,
    lastSeenMicros: run.runAtMicros,
    lastPassedMicros: null,
    lastFailedMicros: null,
    lastRunId: run.runId,
    lastFailedRunId: null,
  };
}

/** Adds one result; runs must come in their order. */
export function addToTestState(delta: TestStateDelta, run: RunForRollup, { outcome, flaky }: TestRunForRollup): void {
  delta.firstSeenMicros = Math.min(delta.firstSeenMicros, run.runAtMicros);
  delta.lastSeenMicros = Math.max(delta.lastSeenMicros, run.runAtMicros);
  delta.lastRunId = run.runId;
  if (outcome === 'skip' || run.infra) return;
  const failed = !hasPassed(outcome);
  pushBit(delta.history, failed);
  pushBit(delta.flakyHistory, flaky);
  delta.length = Math.min(HISTORY_LENGTH, delta.length + 1);
  if (failed) addFail(delta, run);
  else addPass(delta, run);
}

function addFail(delta: TestStateDelta, run: RunForRollup): void {
  delta.consecutiveFails += 1;
  delta.lastFailedMicros = Math.max(delta.lastFailedMicros ?? run.runAtMicros, run.runAtMicros);
  delta.lastFailedRunId = run.runId;
}

function addPass(delta: TestStateDelta, run: RunForRollup): void {
  delta.consecutiveFails = 0;
  delta.lastPassedMicros = Math.max(delta.lastPassedMicros ?? run.runAtMicros, run.runAtMicros);
}
