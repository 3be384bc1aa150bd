import { timeLiteral, nullableTimeLiteral } from '../sql/time-literal';
import type { BatchDelta, Group } from './fold-batch';
import { bitsToText } from './history-bits';
import type { JobDayDelta } from './job-day';
import type { OutcomeCounts } from './rollup-input';
import type { TestSums } from './test-day';
import { testMonthsOf } from './test-month';
import type { TestStateDelta } from './test-state';

/** Rows come in the order of the primary key: neighbours lie together, and two writers cannot lock each other crosswise. */
function* inKeyOrder<Delta>(
  groups: Map<string, Group<Delta>>,
): Generator<[head: string, testKey: number, delta: Delta]> {
  const sorted = [...groups.values()].sort(
    (one, other) => compare(one.first, other.first) || compare(one.second, other.second),
  );
  for (const { first, second, tests } of sorted) {
    const head = typeof second === 'string' ? `${first},'${second}'` : `${first},${second}`;
    for (const [testKey, delta] of [...tests].sort(byKey)) yield [head, testKey, delta];
  }
}

function compare<T extends number | string>(one: T, other: T): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function byKey([one]: readonly [number, unknown], [other]: readonly [number, unknown]): number {
  return one - other;
}

function counts(delta: OutcomeCounts): string {
  const { success, fail, skip, xfail, uxsuccess, unfinished, flaky } = delta;
  return `${success},${fail},${skip},${xfail},${uxsuccess},${unfinished},${flaky}`;
}

function* testSumRows(groups: Map<string, Group<TestSums>>): Generator<string> {
  for (const [head, testKey, delta] of inKeyOrder(groups)) {
    const { timed, seconds, passedTimed, passedSeconds } = delta;
    yield `(${head},${testKey},${counts(delta)},${timed},${seconds},${passedTimed},${passedSeconds})`;
  }
}

export function testDayRows({ testDays }: BatchDelta): Generator<string> {
  return testSumRows(testDays);
}

export function testMonthRows({ testDays }: BatchDelta): Generator<string> {
  return testSumRows(testMonthsOf(testDays));
}

export function* testDayDurationRows({ testDays }: BatchDelta): Generator<string> {
  for (const [head, testKey, { durations }] of inKeyOrder(testDays)) {
    for (const [bucket, n] of [...durations].sort(byKey)) yield `(${head},${testKey},${bucket},${n})`;
  }
}

export function* jobDayRows({ jobDays }: BatchDelta): Generator<string> {
  for (const { seriesId, day, delta } of jobDays.values()) {
    const { runs, failedRuns, infraRuns, incompleteRuns, emptyRuns, runSeconds, wallSeconds } = delta;
    const runCounts = `${runs},${failedRuns},${infraRuns},${incompleteRuns},${emptyRuns}`;
    yield `(${seriesId},'${day}',${runCounts},${counts(delta)},${runSeconds},${wallSeconds},${uploadSums(delta)})`;
  }
}

function uploadSums(delta: JobDayDelta): string {
  const { timedRuns, uploads, damagedUploads, receivedBytes, streamBytes, events } = delta;
  return [timedRuns, uploads, damagedUploads, receivedBytes, streamBytes, events].join();
}

export function* jobDayDurationRows({ jobDays }: BatchDelta): Generator<string> {
  for (const { seriesId, day, delta } of jobDays.values()) {
    for (const [bucket, n] of delta.durations) yield `(${seriesId},'${day}',${bucket},${n})`;
  }
}

export function* testStateRows({ states }: BatchDelta): Generator<string> {
  for (const [head, testKey, state] of inKeyOrder(states)) yield `(${head},${testKey},${stateValues(state)})`;
}

function stateValues(state: TestStateDelta): string {
  return [
    ...[bitsToText(state.history), bitsToText(state.flakyHistory), state.length, state.consecutiveFails],
    ...[timeLiteral(state.firstSeenMicros), timeLiteral(state.lastSeenMicros)],
    ...[nullableTimeLiteral(state.lastPassedMicros), nullableTimeLiteral(state.lastFailedMicros)],
    ...[state.lastRunId, state.lastFailedRunId ?? 'NULL'],
  ].join();
}

export function* testCounterRows({ counters }: BatchDelta): Generator<string> {
  for (const [testKey, { success, failure, timedSuccesses, timedSeconds }] of [...counters].sort(byKey)) {
    if (success + failure === 0) continue;
    yield `(${testKey},'',${success + failure},${success},${failure},${timedSuccesses},${timedSeconds})`;
  }
}
