import type { TimingQuery } from '@testmetrics/api-contract';
import { AppError } from '@testmetrics/runtime';
import { byId, expectedDuration, readMeasured } from '@testmetrics/timing';
import type { Expectation, Measured } from '@testmetrics/timing';
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
  const measured = measuredById(rows);
  const sinceMicros = since ?? newestMicros(measured) - DEFAULT_DAYS * DAY_MICROS;
  const tests = expectations(measured, request, sinceMicros);
  if (tests.length === 0) throw await whyNoTiming(asker, request);
  return { request, sinceMicros: Math.max(0, sinceMicros), tests };
}

/** A test that several projects or branches ran is one test for its runner. */
function measuredById(rows: readonly Row[]): ReadonlyMap<string, readonly Measured[]> {
  const byTest = new Map<string, Measured[]>();
  for (const row of rows) {
    const attributes = readTextOrNull(row, 'Attributes');
    const name = readText(row, 'Test');
    const id = attributes === null ? name : `${name}[${attributes}]`;
    const measured = readMeasured(readText(row, 'recent'));
    const others = byTest.get(id);
    if (others === undefined) byTest.set(id, measured);
    else others.push(...measured);
  }
  return byTest;
}

function newestMicros(byTest: ReadonlyMap<string, readonly Measured[]>): number {
  let newest = 0;
  for (const list of byTest.values()) for (const { second } of list) newest = Math.max(newest, second);
  return newest * 1e6;
}

function expectations(
  byTest: ReadonlyMap<string, readonly Measured[]>,
  { statistic }: TimingRequest,
  sinceMicros: number,
): readonly ExpectedTest[] {
  const tests: ExpectedTest[] = [];
  for (const [id, list] of byTest) {
    const expected = expectedDuration(list, statistic, sinceMicros);
    if (expected !== null) tests.push({ id, ...expected });
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
