import type { TimingQuery } from '@testmetrics/api-contract';
import { AppError } from '@testmetrics/runtime';
import { byId, expectedDuration, joinRecent, Measured } from '@testmetrics/timing';
import type { Expectation, ExpectationOptions } from '@testmetrics/timing';
import type { Asker, Range, Row } from '../asking/asker';
import { readText, readTextOrNull } from '../rows/read-row';
import { whyNoTiming } from './no-timing';

/** Which durations are asked for. */
export type TimingRequest = Omit<TimingQuery, 'format'>;

export interface ExpectedTest extends Expectation {
  /** As the runner lists it. */
  readonly id: string;
}

/** How long every test of a job is expected to take. */
export interface Timing {
  readonly request: TimingRequest;
  /** Runs from then on were used. */
  readonly sinceMicros: number;
  /** By id; at least one. */
  readonly tests: readonly ExpectedTest[];
}

/** So many tests, each in each project and on each branch, are read at once. */
const MAX_ROWS = 100_000;

const DAY_MICROS = 86_400_000_000;
const DEFAULT_DAYS = 30;

/** The last second that a time in the database may have. */
const EVER_MICROS = Date.UTC(2106, 0, 1) * 1000;

/**
 * The expected durations of a job, out of one row a test, so that it makes no difference how often they ran. Where
 * nothing is said about the range, it is the 30 days before the newest run: the answer changes with the runs and not
 * with the clock.
 *
 * @throws {AppError} 404 where nothing is known, saying why: a runner that is given an empty stream would say nothing
 */
export async function timingOf(asker: Asker, request: TimingRequest): Promise<Timing> {
  const { job, project, branch, since } = request;
  const question = {
    kind: 'testTimings',
    jobs: [job],
    projects: project,
    branches: branch,
    limit: MAX_ROWS + 1,
  } as const;
  const range: Range = { sinceMicros: since ?? 0, untilMicros: Math.max(EVER_MICROS, (since ?? 0) + 1) };
  const rows = await asker.ask(question, range);
  if (rows.length > MAX_ROWS) throw tooManyTests();
  const byTest = recentById(rows);
  const measured = new Measured([...byTest.values()]);
  const sinceMicros = since ?? measured.newestSecond() * 1e6 - DEFAULT_DAYS * DAY_MICROS;
  const tests = expectations([...byTest.keys()], measured, { statistic: request.statistic, sinceMicros });
  if (tests.length === 0) throw await whyNoTiming(asker, request);
  return { request, sinceMicros: Math.max(0, sinceMicros), tests };
}

/** A test that several projects or branches ran is one test for its runner. */
function recentById(rows: readonly Row[]): ReadonlyMap<string, string> {
  const byTest = new Map<string, string>();
  for (const row of rows) {
    const attributes = readTextOrNull(row, 'Attributes');
    const name = readText(row, 'Test');
    const id = attributes === null ? name : `${name}[${attributes}]`;
    const recent = readText(row, 'recent');
    const others = byTest.get(id);
    byTest.set(id, others === undefined ? recent : joinRecent(others, recent));
  }
  return byTest;
}

function expectations(
  ids: readonly string[],
  measured: Measured,
  options: ExpectationOptions,
): readonly ExpectedTest[] {
  const tests: ExpectedTest[] = [];
  let test = 0;
  for (const id of ids) {
    const expected = expectedDuration(measured, test++, options);
    if (expected === null) continue;
    const { micros, outcome, runs, lastSeenMicros } = expected;
    tests.push({ id, micros, outcome, runs, lastSeenMicros });
  }
  return tests.sort(byId);
}

function tooManyTests(): AppError {
  return new AppError('too_many_tests', 'These are too many tests for one answer.', {
    status: 422,
    expected: `at most ${MAX_ROWS} tests, each counted in each project and on each branch`,
    found: 'more',
    action: 'name a project or a branch, or a later time as since',
  });
}
