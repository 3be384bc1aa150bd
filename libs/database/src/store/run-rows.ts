import type { AttemptStatus, RunToStore, TestToStore } from '@testmetrics/domain';

import { nullableTextLiteral, textLiteral } from '../sql/text-literal';
import { nullableTimeLiteral, splitTime, timeLiteral } from '../sql/time-literal';

/** A test of a run with all keys resolved. */
export interface ResolvedTestRun {
  readonly test: TestToStore;
  readonly testKey: number;
  /** Of each attempt. */
  readonly labelSetIds: readonly (number | null)[];
}

const MAX_ATTEMPTS_COLUMN = 65_535;
const MAX_MESSAGE_CHARACTERS = 512;
const NO_ROWS: readonly string[] = [];

export const TEST_RUN_COLUMNS =
  'test_runs (run_id, test_id, status, start_time, start_time_microsecond, stop_time, stop_time_microsecond, ' +
  'tm_label_set_id, tm_attempts, tm_flaky)';

/** The final outcome of a test. */
export function testRunRow(runId: number, { test, testKey, labelSetIds }: ResolvedTestRun): string {
  const last = test.attempts.at(-1);
  if (last === undefined) throw new RangeError(`Expected at least one attempt of ${test.fullId}, found none.`);
  const labels = labelSetIds.at(-1) ?? 'NULL';
  const attempts = Math.min(test.attempts.length, MAX_ATTEMPTS_COLUMN);
  return (
    `(${runId},${testKey},'${last.status}',${splitLiterals(last.startMicros)},${splitLiterals(last.stopMicros)},` +
    `${labels},${attempts},${test.flaky ? 1 : 0})`
  );
}

function splitLiterals(micros: number | null): string {
  if (micros === null) return 'NULL,NULL';
  const time = splitTime(micros);
  return `${time.literal},${time.micros}`;
}

export const ATTEMPT_COLUMNS = 'tm_attempts (run_id, test_id, attempt, status, started_at, stopped_at, label_set_id)';

/** Every attempt of a test that has several; of all others the test run says everything. */
export function attemptRows(runId: number, { test, testKey, labelSetIds }: ResolvedTestRun): readonly string[] {
  if (test.attempts.length < 2) return NO_ROWS;
  return test.attempts.map((attempt, index) => {
    const times = `${nullableTimeLiteral(attempt.startMicros)},${nullableTimeLiteral(attempt.stopMicros)}`;
    return `(${runId},${testKey},${index + 1},'${attempt.status}',${times},${labelSetIds[index] ?? 'NULL'})`;
  });
}

export const FAILURE_COLUMNS = 'tm_failures (run_id, test_id, series_id, run_at, status, flaky, message)';

export interface FailureRowRun {
  readonly runId: number;
  readonly seriesId: number;
  readonly runAtMicros: number;
}

/** One of the few test runs worth a look; `null` = it is not. */
export function failureRow(run: FailureRowRun, { test, testKey }: ResolvedTestRun): string | null {
  const status = test.attempts.at(-1)?.status;
  if (status === undefined || !(test.flaky || isTrouble(status))) return null;
  const message = nullableTextLiteral(test.failureMessage?.slice(0, MAX_MESSAGE_CHARACTERS) ?? null);
  const place = `${run.seriesId},${timeLiteral(run.runAtMicros)}`;
  return `(${run.runId},${testKey},${place},'${status}',${test.flaky ? 1 : 0},${message})`;
}

/** Failed, or never ended. */
export function isTrouble(status: AttemptStatus): boolean {
  switch (status) {
    case 'fail':
    case 'uxsuccess':
    case 'inprogress':
    case 'unknown':
      return true;
    case 'success':
    case 'skip':
    case 'xfail':
      return false;
  }
}

export const RUN_METADATA_COLUMNS = 'run_metadata (run_id, `key`, value)';

export function* runMetadataRows(runId: number, metadata: RunToStore['metadata']): Generator<string> {
  for (const [key, value] of metadata) yield `(${runId},${textLiteral(key)},${textLiteral(value)})`;
}
