import { durationSeconds, type AttemptStatus } from '@testmetrics/domain';

import type { Session } from '../connection/session';
import { parseNullableTime, parseSplitTime } from '../sql/parse-time';
import { textLiteral } from '../sql/text-literal';
import { decodeCursor, encodeCursor } from './cursor';
import { toPage, type Page, type PageRequest } from './page';

export interface RunTestAttempt {
  /** From 1. */
  readonly number: number;
  readonly status: AttemptStatus;
  readonly startMicros: number | null;
  readonly stopMicros: number | null;
  /** `null` = not known. */
  readonly seconds: number | null;
  readonly attrs: string | null;
  readonly tags: readonly string[];
  readonly routeCode: string | null;
}

/** A test of a run with everything that is known of it there. */
export interface RunTest {
  readonly name: string;
  /** Of the last attempt, which decides. */
  readonly status: AttemptStatus;
  readonly flaky: boolean;
  readonly failureMessage: string | null;
  /** In order; the last one decides. */
  readonly attempts: readonly RunTestAttempt[];
}

interface TestRow {
  readonly testKey: number;
  readonly name: string;
  readonly status: AttemptStatus;
  readonly startTime: string | null;
  readonly startMicros: number | null;
  readonly stopTime: string | null;
  readonly stopMicros: number | null;
  readonly attempts: number;
  readonly flaky: number;
  readonly message: string | null;
  readonly attrs: string | null;
  readonly tags: string | null;
  readonly routeCode: string | null;
}

export interface RunTestFilters {
  readonly status?: AttemptStatus;
}

/** The tests of a run, in an order that stays the same. */
export async function listRunTests(
  session: Session,
  runId: number,
  filters: RunTestFilters,
  request: PageRequest,
): Promise<Page<RunTest>> {
  const [after = 0] = request.cursor == null ? [] : decodeCursor(request.cursor, 1);
  const status = filters.status === undefined ? '' : `AND test_runs.status = ${textLiteral(filters.status)}`;
  const rows = await session.rows<TestRow>(
    `SELECT test_runs.test_id AS testKey, tests.test_id AS name, test_runs.status,
            test_runs.start_time AS startTime, test_runs.start_time_microsecond AS startMicros,
            test_runs.stop_time AS stopTime, test_runs.stop_time_microsecond AS stopMicros,
            test_runs.tm_attempts AS attempts, test_runs.tm_flaky AS flaky, tm_failures.message,
            tm_label_sets.attrs, tm_label_sets.tags_json AS tags, tm_label_sets.route_code AS routeCode
       FROM test_runs
       JOIN tests ON tests.id = test_runs.test_id
       LEFT JOIN tm_label_sets ON tm_label_sets.id = test_runs.tm_label_set_id
       LEFT JOIN tm_failures ON tm_failures.run_id = test_runs.run_id AND tm_failures.test_id = test_runs.test_id
      WHERE test_runs.run_id = ? AND test_runs.test_id > ? ${status}
      ORDER BY test_runs.test_id LIMIT ${request.limit + 1}`,
    [runId, after],
  );
  const retried = rows.filter((row) => row.attempts > 1).map(({ testKey }) => testKey);
  const attempts = await readAttempts(session, runId, retried);
  return toPage(rows, request.limit, {
    toItem: (row) => toRunTest(row, attempts.get(row.testKey) ?? [singleAttempt(row)]),
    cursorOf: (row) => encodeCursor([row.testKey]),
  });
}

function toRunTest(row: TestRow, attempts: readonly RunTestAttempt[]): RunTest {
  return {
    name: row.name,
    status: row.status,
    flaky: row.flaky === 1,
    failureMessage: row.message,
    attempts,
  };
}

function singleAttempt(row: TestRow): RunTestAttempt {
  const startMicros = parseSplitTime(row.startTime, row.startMicros);
  const stopMicros = parseSplitTime(row.stopTime, row.stopMicros);
  return toAttempt({ number: 1, status: row.status, startMicros, stopMicros }, row);
}

interface Labels {
  readonly attrs: string | null;
  readonly tags: string | null;
  readonly routeCode: string | null;
}

function toAttempt(
  attempt: Pick<RunTestAttempt, 'number' | 'status' | 'startMicros' | 'stopMicros'>,
  { attrs, tags, routeCode }: Labels,
): RunTestAttempt {
  // Written by us as a JSON array of strings.
  const tagList = tags === null ? [] : (JSON.parse(tags) as readonly string[]);
  return { ...attempt, seconds: durationSeconds(attempt), attrs, tags: tagList, routeCode };
}

interface AttemptRow extends Labels {
  readonly testKey: number;
  readonly number: number;
  readonly status: AttemptStatus;
  readonly startedAt: string | null;
  readonly stoppedAt: string | null;
}

async function readAttempts(
  session: Session,
  runId: number,
  testKeys: readonly number[],
): Promise<ReadonlyMap<number, readonly RunTestAttempt[]>> {
  const found = new Map<number, RunTestAttempt[]>();
  if (testKeys.length === 0) return found;
  const rows = await session.rows<AttemptRow>(
    `SELECT tm_attempts.test_id AS testKey, tm_attempts.attempt AS number, tm_attempts.status,
            tm_attempts.started_at AS startedAt, tm_attempts.stopped_at AS stoppedAt,
            tm_label_sets.attrs, tm_label_sets.tags_json AS tags, tm_label_sets.route_code AS routeCode
       FROM tm_attempts LEFT JOIN tm_label_sets ON tm_label_sets.id = tm_attempts.label_set_id
      WHERE tm_attempts.run_id = ? AND tm_attempts.test_id IN (?)
      ORDER BY tm_attempts.test_id, tm_attempts.attempt`,
    [runId, testKeys],
  );
  for (const { testKey, number, status, startedAt, stoppedAt, ...labels } of rows) {
    const times = { startMicros: parseNullableTime(startedAt), stopMicros: parseNullableTime(stoppedAt) };
    const attempts = found.get(testKey) ?? [];
    attempts.push(toAttempt({ number, status, ...times }, labels));
    found.set(testKey, attempts);
  }
  return found;
}
