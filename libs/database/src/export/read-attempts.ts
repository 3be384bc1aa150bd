import type { AttemptStatus } from '@testmetrics/domain';

import type { ArrayRow, Session } from '../connection/session';
import { parseNullableTime, parseSplitTime } from '../sql/parse-time';
import type { ExportedAttempt, ExportedTest } from './exported-attempt';
import { readForeignLabels, type Labels } from './read-foreign-labels';
import { testsGone } from './run-vanished-error';

/** An attempt without its files. */
export interface AttemptRow extends Omit<ExportedAttempt, 'files'> {
  readonly testRunId: number;
}

export interface ExportedRunKey {
  readonly runId: number;
  /** Written by the reference's tools: attributes and tags stand in its own table. */
  readonly isForeign: boolean;
}

interface TestRow {
  readonly key: number;
  readonly test: ExportedTest;
  readonly testRunId: number;
  readonly attempt: AttemptFields;
}

type AttemptFields = Pick<ExportedAttempt, 'status' | 'startMicros' | 'stopMicros' | 'attrs' | 'tags' | 'routeCode'>;

/** Some tests of a run, by their keys. */
export interface TestKeys {
  readonly keys: readonly number[];
  /** They are all that the run has between the first and the last: then one stretch of the primary key is read. */
  readonly isStretch: boolean;
}

/**
 * The attempts of some tests of a run, by the key of the test.
 *
 * @throws {RunVanishedError} where a test is not there any more
 */
export async function readAttempts(
  session: Session,
  run: ExportedRunKey,
  wanted: TestKeys,
): Promise<ReadonlyMap<number, readonly AttemptRow[]>> {
  const tests = await readTests(session, run, wanted);
  if (tests.length < wanted.keys.length) throw testsGone(tests.length, wanted.keys.length);
  const retried = await readRetries(
    session,
    run.runId,
    tests.filter(({ test }) => test.attempts > 1).map(({ key }) => key),
  );
  return new Map(tests.map((test) => [test.key, attemptsOf(test, retried.get(test.key))]));
}

function attemptsOf(
  { test, testRunId, attempt }: TestRow,
  retries: readonly AttemptFields[] | undefined,
): readonly AttemptRow[] {
  if (retries === undefined && test.attempts === 1) return [{ test, testRunId, number: 1, ...attempt }];
  const attempts = retries ?? [attempt];
  const shared = { ...test, attempts: attempts.length };
  return attempts.map((one, index) => ({ test: shared, testRunId, number: index + 1, ...one }));
}

function keysCondition(column: string, { keys, isStretch }: TestKeys): string {
  return isStretch ? `${column} BETWEEN ${keys[0]} AND ${keys.at(-1)}` : `${column} IN (${keys.join()})`;
}

async function readTests(
  session: Session,
  { runId, isForeign }: ExportedRunKey,
  wanted: TestKeys,
): Promise<readonly TestRow[]> {
  const rows = await session.arrays(
    `SELECT test_runs.test_id, test_runs.id, tests.test_id, test_runs.tm_attempts, test_runs.tm_flaky, test_runs.status,
            test_runs.start_time, test_runs.start_time_microsecond, test_runs.stop_time, test_runs.stop_time_microsecond,
            tm_label_sets.attrs, tm_label_sets.tags_json, tm_label_sets.route_code
       FROM test_runs
       JOIN tests ON tests.id = test_runs.test_id
       LEFT JOIN tm_label_sets ON tm_label_sets.id = test_runs.tm_label_set_id
      WHERE test_runs.run_id = ${runId} AND ${keysCondition('test_runs.test_id', wanted)}`,
  );
  const messages = await readMessages(session, runId, rows);
  const labels = isForeign
    ? await readForeignLabels(
        session,
        rows.map(([, id]) => Number(id)),
      )
    : null;
  return rows.map((row) => toTest(row, messages, labels?.get(Number(row[1]))));
}

function toTest(row: ArrayRow, messages: ReadonlyMap<number, string | null>, labels: Labels | undefined): TestRow {
  const [key, id, name, attempts, flaky, status, start, startMicros, stop, stopMicros, ...stored] = row;
  return {
    key: Number(key),
    testRunId: Number(id),
    test: {
      name: String(name),
      attempts: Number(attempts),
      flaky: flaky === 1,
      failureMessage: messages.get(Number(key)) ?? null,
    },
    attempt: {
      status: String(status) as AttemptStatus,
      startMicros: parseSplitTime(start as string | null, startMicros as number | null),
      stopMicros: parseSplitTime(stop as string | null, stopMicros as number | null),
      ...(labels ?? toLabels(stored)),
    },
  };
}

const UNREMARKABLE: readonly unknown[] = ['success', 'skip', 'xfail'];

/** Failures are few: only tests that can have a message are asked for one. */
async function readMessages(
  session: Session,
  runId: number,
  tests: readonly ArrayRow[],
): Promise<ReadonlyMap<number, string | null>> {
  const keys = tests
    .filter(([, , , , flaky, status]) => flaky === 1 || !UNREMARKABLE.includes(status))
    .map(([key]) => key);
  if (keys.length === 0) return new Map();
  const rows = await session.arrays(
    `SELECT tm_failures.test_id, tm_failures.message FROM tm_failures
      WHERE tm_failures.run_id = ${runId} AND tm_failures.test_id IN (${keys.join()})`,
  );
  return new Map(rows.map(([key, message]) => [Number(key), message as string | null]));
}

async function readRetries(
  session: Session,
  runId: number,
  keys: readonly number[],
): Promise<ReadonlyMap<number, readonly AttemptFields[]>> {
  const found = new Map<number, AttemptFields[]>();
  if (keys.length === 0) return found;
  const rows = await session.arrays(
    `SELECT tm_attempts.test_id, tm_attempts.status, tm_attempts.started_at, tm_attempts.stopped_at,
            tm_label_sets.attrs, tm_label_sets.tags_json, tm_label_sets.route_code
       FROM tm_attempts LEFT JOIN tm_label_sets ON tm_label_sets.id = tm_attempts.label_set_id
      WHERE tm_attempts.run_id = ${runId} AND tm_attempts.test_id IN (${keys.join()})
      ORDER BY tm_attempts.test_id, tm_attempts.attempt`,
  );
  for (const [key, status, start, stop, ...labels] of rows) {
    const attempts = found.get(Number(key)) ?? [];
    attempts.push({
      status: String(status) as AttemptStatus,
      startMicros: parseNullableTime(start as string | null),
      stopMicros: parseNullableTime(stop as string | null),
      ...toLabels(labels),
    });
    found.set(Number(key), attempts);
  }
  return found;
}

const NO_TAGS: readonly string[] = [];
/** Tags come from a few workers: the latest are worth keeping. */
let latestTags: readonly [json: string, tags: readonly string[]] = ['[]', NO_TAGS];

function toLabels([attrs, tagsJson, routeCode]: ArrayRow): Labels & { readonly routeCode: string | null } {
  return {
    attrs: attrs as string | null,
    tags: parseTags(tagsJson as string | null),
    routeCode: routeCode as string | null,
  };
}

/** Written by us as a JSON array of strings. */
function parseTags(json: string | null): readonly string[] {
  if (json === null) return NO_TAGS;
  if (latestTags[0] !== json) latestTags = [json, JSON.parse(json) as readonly string[]];
  return latestTags[1];
}
