import type { AttemptStatus } from '@testmetrics/domain';

import type { ArrayRow, Session } from '../connection/session';
import { parseNullableTime } from '../sql/parse-time';
import type { ExportedAttempt } from './exported-attempt';
import type { FileRow } from './read-files';
import { readForeignLabels, type Labels } from './read-foreign-labels';
import { testsGone } from './run-vanished-error';
import { microsOf, secondsOf } from './split-time';

/** An attempt; its files are put in when they are there. */
export interface AttemptRow extends ExportedAttempt {
  files: readonly FileRow[];
}

export interface ExportedRunKey {
  readonly runId: number;
  /** Written by the reference's tools: attributes and tags stand in its own table. */
  readonly isForeign: boolean;
}

/** A test of a run with its attempts. */
export interface TestRow {
  readonly key: number;
  readonly testRunId: number;
  readonly attempts: readonly AttemptRow[];
}

/** Some tests of a run, by their keys. */
export interface TestKeys {
  readonly keys: ArrayLike<number>;
  /** They are all that the run has between the first and the last: then one stretch of the primary key is read. */
  readonly isStretch: boolean;
}

/**
 * Some tests of a run; those of a stretch by their keys, others in no order.
 *
 * @throws {RunVanishedError} where a test is not there any more
 */
export async function readAttempts(
  session: Session,
  { runId, isForeign }: ExportedRunKey,
  wanted: TestKeys,
): Promise<readonly TestRow[]> {
  const rows = await readTests(session, runId, wanted);
  if (rows.length < wanted.keys.length) throw testsGone(rows.length, wanted.keys.length);
  const found = {
    messages: await readMessages(session, runId, rows),
    retries: await readRetries(session, runId, rows),
    labels: isForeign ? await readForeignLabels(session, rows.map(testRunIdOf)) : null,
  };
  return rows.map((row) => toTest(row, found));
}

/** Places of the columns: rows are read by them, as taking a row apart makes objects for each. */
const AT = {
  ...{ key: 0, testRunId: 1, name: 2, attempts: 3, flaky: 4, status: 5 },
  ...{ start: 6, startMicros: 7, stop: 8, stopMicros: 9, attrs: 10, tags: 11, routeCode: 12 },
} as const;

async function readTests(session: Session, runId: number, wanted: TestKeys): Promise<readonly ArrayRow[]> {
  return session.arrays(
    `SELECT test_runs.test_id, test_runs.id, tests.test_id, test_runs.tm_attempts, test_runs.tm_flaky, test_runs.status,
            ${secondsOf('test_runs.start_time')}, test_runs.start_time_microsecond,
            ${secondsOf('test_runs.stop_time')}, test_runs.stop_time_microsecond,
            tm_label_sets.attrs, tm_label_sets.tags_json, tm_label_sets.route_code
       FROM test_runs
       JOIN tests ON tests.id = test_runs.test_id
       LEFT JOIN tm_label_sets ON tm_label_sets.id = test_runs.tm_label_set_id
      WHERE test_runs.run_id = ${runId} AND ${keysCondition('test_runs.test_id', wanted)}
      ${wanted.isStretch ? 'ORDER BY test_runs.test_id' : ''}`,
  );
}

function keysCondition(column: string, { keys, isStretch }: TestKeys): string {
  return isStretch
    ? `${column} BETWEEN ${keys[0]} AND ${keys[keys.length - 1]}`
    : `${column} IN (${Array.from(keys).join()})`;
}

function testRunIdOf(row: ArrayRow): number {
  return Number(row[AT.testRunId]);
}

/** What is known of few tests only, by test or test run. */
interface FoundBesides {
  readonly messages: ReadonlyMap<number, string | null>;
  readonly retries: ReadonlyMap<number, readonly RetryFields[]>;
  readonly labels: ReadonlyMap<number, Labels> | null;
}

type RetryFields = Omit<ExportedAttempt, 'test' | 'number' | 'files'>;

const NO_FILES: readonly FileRow[] = [];

/** Makes one object a test and one an attempt, and nothing that is thrown away: collecting garbage took most of the time. */
function toTest(row: ArrayRow, { messages, retries, labels }: FoundBesides): TestRow {
  const key = Number(row[AT.key]);
  const testRunId = testRunIdOf(row);
  const retried = retries.get(key);
  const test = {
    name: String(row[AT.name]),
    attempts: retried === undefined ? 1 : retried.length,
    flaky: row[AT.flaky] === 1,
    failureMessage: messages.get(key) ?? null,
  };
  if (retried !== undefined)
    return {
      key,
      testRunId,
      attempts: retried.map((one, index) => ({ test, number: index + 1, ...one, files: NO_FILES })),
    };
  const foreign = labels?.get(testRunId);
  const attempt: AttemptRow = {
    test,
    number: 1,
    status: String(row[AT.status]) as AttemptStatus,
    startMicros: microsOf(row[AT.start], row[AT.startMicros]),
    stopMicros: microsOf(row[AT.stop], row[AT.stopMicros]),
    attrs: foreign === undefined ? (row[AT.attrs] as string | null) : foreign.attrs,
    tags: foreign === undefined ? parseTags(row[AT.tags] as string | null) : foreign.tags,
    routeCode: foreign === undefined ? (row[AT.routeCode] as string | null) : foreign.routeCode,
    files: NO_FILES,
  };
  return { key, testRunId, attempts: [attempt] };
}

const UNREMARKABLE: readonly unknown[] = ['success', 'skip', 'xfail'];

/** Failures are few: only tests that can have a message are asked for one. */
async function readMessages(
  session: Session,
  runId: number,
  tests: readonly ArrayRow[],
): Promise<ReadonlyMap<number, string | null>> {
  const keys = tests
    .filter((row) => row[AT.flaky] === 1 || !UNREMARKABLE.includes(row[AT.status]))
    .map((row) => row[AT.key]);
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
  tests: readonly ArrayRow[],
): Promise<ReadonlyMap<number, readonly RetryFields[]>> {
  const keys = tests.filter((row) => Number(row[AT.attempts]) > 1).map((row) => row[AT.key]);
  const found = new Map<number, RetryFields[]>();
  if (keys.length === 0) return found;
  const rows = await session.arrays(
    `SELECT tm_attempts.test_id, tm_attempts.status, tm_attempts.started_at, tm_attempts.stopped_at,
            tm_label_sets.attrs, tm_label_sets.tags_json, tm_label_sets.route_code
       FROM tm_attempts LEFT JOIN tm_label_sets ON tm_label_sets.id = tm_attempts.label_set_id
      WHERE tm_attempts.run_id = ${runId} AND tm_attempts.test_id IN (${keys.join()})
      ORDER BY tm_attempts.test_id, tm_attempts.attempt`,
  );
  for (const [key, status, start, stop, attrs, tagsJson, routeCode] of rows) {
    const attempts = found.get(Number(key)) ?? [];
    attempts.push({
      status: String(status) as AttemptStatus,
      startMicros: parseNullableTime(start as string | null),
      stopMicros: parseNullableTime(stop as string | null),
      attrs: attrs as string | null,
      tags: parseTags(tagsJson as string | null),
      routeCode: routeCode as string | null,
    });
    found.set(Number(key), attempts);
  }
  return found;
}

const NO_TAGS: readonly string[] = [];
const MOST_TAGS_KEPT = 64;
/** Tags come from a few workers, whose tests take turns. */
const latestTags = new Map<string, readonly string[]>();

/** Written by us as a JSON array of strings. */
function parseTags(json: string | null): readonly string[] {
  if (json === null) return NO_TAGS;
  const known = latestTags.get(json);
  if (known !== undefined) return known;
  const tags = JSON.parse(json) as readonly string[];
  if (latestTags.size === MOST_TAGS_KEPT) latestTags.clear();
  latestTags.set(json, tags);
  return tags;
}
