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
  const days = groupOf(batch.testDays, run.seriesId, run.day);
  const states = groupOf(batch.states, run.jobId, run.branchId);
  const timings = timingsOf(batch, run);
  for (const testRun of testRuns) {
    const { testKey } = testRun;
    addToTestDay(deltaOf(days, testKey, noTestDay), testRun);
    const state = deltaOf(states, testKey, () => noTestState(run));
    addToTestState(state, run, testRun);
    addToTestCounters(deltaOf(batch.counters, testKey, noTestCounters), testRun);
    addToTimings(timings, run, testRun);
  }
}

/** Adds what a run says as a whole. */
export function foldRun(batch: BatchDelta, run: RunForRollup): void {
  addToJobDay(jobDayOf(batch, run), run);
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
