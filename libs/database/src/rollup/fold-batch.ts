import { addToJobDay, noJobDay, type JobDayDelta } from './job-day';
import type { RunForRollup, TestRunForRollup } from './rollup-input';
import { addToTestCounters, noTestCounters, type TestCountersDelta } from './test-counters';
import { addToTestDay, noTestDay, type TestDayDelta } from './test-day';
import { addToTestState, noTestState, type TestStateDelta } from './test-state';
import { addToTimings, type TestTiming, type TimingGroup } from './test-timing';

/** A series and a day, or a job and a branch, with what is to be added under it. */
export interface Group<Delta> {
  readonly first: number;
  readonly second: number | string;
  readonly tests: Map<number, Delta>;
}

/** Everything that a batch of runs adds to shared rows, each row once. */
export interface BatchDelta {
  readonly testDays: Map<string, Group<TestDayDelta>>;
  readonly states: Map<string, Group<TestStateDelta>>;
  readonly jobDays: Map<string, { readonly seriesId: number; readonly day: string; readonly delta: JobDayDelta }>;
  readonly counters: Map<number, TestCountersDelta>;
  readonly timings: Map<string, TimingGroup>;
}

export function emptyBatch(): BatchDelta {
  return { testDays: new Map(), states: new Map(), jobDays: new Map(), counters: new Map(), timings: new Map() };
}

/** Adds test runs of one run. Runs must come in the order of their time, for the histories. */
export function foldTestRuns(batch: BatchDelta, run: RunForRollup, testRuns: Iterable<TestRunForRollup>): void {
  const days = run.isInDays === true ? null : groupOf(batch.testDays, run.seriesId, run.day);
  const last = run.isInStates === true ? null : lastOf(batch, run);
  for (const testRun of testRuns) {
    const { testKey } = testRun;
    if (days !== null) addToTestDay(deltaOf(days, testKey, noTestDay), testRun);
    if (last !== null) {
      addToTestState(
        deltaOf(last.states, testKey, () => noTestState(run)),
        run,
        testRun,
      );
      addToTimings(last.timings, run, testRun);
    }
    addToTestCounters(deltaOf(batch.counters, testKey, noTestCounters), testRun);
  }
}

/** What tests did last, in the job of the run. */
function lastOf(batch: BatchDelta, run: RunForRollup) {
  return { states: groupOf(batch.states, run.jobId, run.branchId), timings: timingsOf(batch, run) };
}

/** Adds what a run says as a whole. */
export function foldRun(batch: BatchDelta, run: RunForRollup): void {
  if (run.isInDays !== true) addToJobDay(jobDayOf(batch, run), run);
}

function groupOf<Delta>(groups: Map<string, Group<Delta>>, first: number, second: number | string): Map<number, Delta> {
  return deltaOf(groups, `${first}|${second}`, () => ({ first, second, tests: new Map() })).tests;
}

function timingsOf({ timings }: BatchDelta, { jobId, projectId, branchId }: RunForRollup): Map<number, TestTiming> {
  const create = (): TimingGroup => ({ jobId, projectId, branchId, tests: new Map() });
  return deltaOf(timings, `${jobId}|${projectId}|${branchId}`, create).tests;
}

function jobDayOf(batch: BatchDelta, { seriesId, day }: RunForRollup): JobDayDelta {
  return deltaOf(batch.jobDays, `${seriesId}|${day}`, () => ({ seriesId, day, delta: noJobDay() })).delta;
}

function deltaOf<Key, Delta>(deltas: Map<Key, Delta>, key: Key, create: () => Delta): Delta {
  const known = deltas.get(key);
  if (known !== undefined) return known;
  const created = create();
  deltas.set(key, created);
  return created;
}
