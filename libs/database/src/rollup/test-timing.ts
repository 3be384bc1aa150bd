import type { RunForRollup, TestRunForRollup } from './rollup-input';
import { newestEntries, KEPT_TIMINGS, timingEntry } from './timing-entry';

/** A row of tm_test_timings, or what a batch of runs brings to it. */
export interface TestTiming {
  /** The newest first; see `timingEntry`. */
  readonly entries: readonly string[];
  /** Of the newest run in which the test's duration is known. */
  readonly lastSeenMicros: number;
  readonly lastRunId: number;
  readonly labelSetId: number | null;
}

/** The tests of a job of a project on a branch. */
export interface TimingGroup {
  readonly jobId: number;
  readonly projectId: number;
  readonly branchId: number;
  readonly tests: Map<number, TestTiming>;
}

/**
 * Adds a test run whose duration is known. Runs in which the environment failed say nothing about how long a test
 * takes. Runs must come in the order of their time.
 */
export function addToTimings(timings: Map<number, TestTiming>, run: RunForRollup, testRun: TestRunForRollup): void {
  const { testKey, outcome, seconds, labelSetId } = testRun;
  if (seconds === null || outcome === 'unfinished' || run.infra) return;
  const entry = timingEntry(run.runAtMicros, outcome, seconds);
  const known = timings.get(testKey);
  const timing = { entries: [entry], lastSeenMicros: run.runAtMicros, lastRunId: run.runId, labelSetId };
  timings.set(testKey, known === undefined ? timing : mergeTimings(known, timing));
}

/** Both together; which of them was there first makes no difference. */
export function mergeTimings(one: TestTiming, other: TestTiming): TestTiming {
  const latest = isLater(one, other) ? one : other;
  const isAllNewer = one.entries.length >= KEPT_TIMINGS && (one.entries.at(-1) ?? '') >= (other.entries[0] ?? '');
  return { ...latest, entries: isAllNewer ? one.entries : newestEntries(one.entries, other.entries) };
}

function isLater(one: TestTiming, other: TestTiming): boolean {
  const difference = one.lastSeenMicros - other.lastSeenMicros;
  return difference > 0 || (difference === 0 && one.lastRunId > other.lastRunId);
}
