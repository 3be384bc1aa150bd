import type { TimingQuery } from '@testmetrics/api-contract';
import { AppError } from '@testmetrics/runtime';
import { byId, entriesSince, expectedDuration, runAtMicros, splitEntries } from '@testmetrics/timing';
import type { Entries, Expectation } from '@testmetrics/timing';
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
  const entries = entriesById(rows);
  const sinceMicros = since ?? newestMicros(entries) - DEFAULT_DAYS * DAY_MICROS;
  const tests = expectations(entries, request, sinceMicros);
  if (tests.length === 0) throw await whyNoTiming(asker, request);
  return { request, sinceMicros: Math.max(0, sinceMicros), tests };
}

/** A test that several projects or branches ran is one test for its runner. */
function entriesById(rows: readonly Row[]): ReadonlyMap<string, Entries> {
  const byTest = new Map<string, Entries>();
  for (const row of rows) {
    const attributes = readTextOrNull(row, 'Attributes');
    const name = readText(row, 'Test');
    const id = attributes === null ? name : `${name}[${attributes}]`;
    byTest.set(id, [...(byTest.get(id) ?? []), ...splitEntries(readText(row, 'recent'))]);
  }
  return byTest;
}

function newestMicros(entries: ReadonlyMap<string, Entries>): number {
  let newest = '';
  for (const list of entries.values()) {
    for (const entry of list) if (entry > newest) newest = entry;
  }
  return newest === '' ? 0 : runAtMicros(newest);
}

function expectations(
  entries: ReadonlyMap<string, Entries>,
  { statistic }: TimingRequest,
  sinceMicros: number,
): readonly ExpectedTest[] {
  const since = entriesSince(sinceMicros);
  const tests: ExpectedTest[] = [];
  for (const [id, list] of entries) {
    const expected = expectedDuration(list, statistic, since);
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
