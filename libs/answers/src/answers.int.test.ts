import {
  comparisonSchema,
  failingTestsSchema,
  flakyTestsSchema,
  jobListSchema,
  jobQuerySchema,
  jobTrendSchema,
  listQuerySchema,
  listTestsQuerySchema,
  compareRunsQuerySchema,
  metadataKeyListSchema,
  metadataValueListSchema,
  neverFailingQuerySchema,
  neverFailingTestsSchema,
  projectListSchema,
  rankedTestsQuerySchema,
  recentFailuresQuerySchema,
  recentFailuresSchema,
  slowTestsSchema,
  testHistorySchema,
  testListSchema,
  testQuerySchema,
  testSchema,
} from '@testmetrics/api-contract';
import { connectDatabase } from '@testmetrics/database';
import { formatMicros } from '@testmetrics/domain';
import type { Question } from '@testmetrics/questions';
import { HOSTILE_NAME, runId } from '@testmetrics/questions/testing';
import {
  compareTwoRuns,
  failingTests,
  flakyTests,
  graphOf,
  jobTrend,
  listJobs,
  listJobTests,
  listMetadataKeys,
  listMetadataValues,
  listProjects,
  listTests,
  neverFailingTests,
  oneTest,
  openAsker,
  recentFailures,
  slowestTests,
  testHistory,
} from './index';
import type { Range, Row } from './index';
import { dashboardQuestions, DAY, END, HISTORY, openHistoryAsker, RANGES } from './testing';
import type { HistoryAsker } from './testing';

let history: HistoryAsker;
beforeAll(async () => {
  history = await openHistoryAsker(HISTORY, END);
}, 180_000);
afterAll(() => history.close());

interface Page {
  readonly items: readonly object[];
  readonly next: string | null;
}

/** Every list use case, with the question that the dashboards ask and the columns that must be the same. */
interface Case {
  readonly name: string;
  readonly ask: (paging: Record<string, string>) => Promise<Page>;
  readonly question: Question;
  readonly columns: Readonly<Record<string, string>>;
}

/** Takes the server many milliseconds. */
const HEAVY: Question = { kind: 'historyGrid', measure: 'all', limit: 1000, runLimit: 100 };

const RATED = { runs: 'Runs', failed: 'Failed', failure_rate: 'Failure rate', failure_rate_at_least: 'At least' };
const TEST = { id: 'test_key', test: 'Test' };
const HERE = 't.Api.test_list';
const [FIRST, SECOND] = [runId(HISTORY.length - 3), runId(HISTORY.length)];

const CASES: readonly Case[] = [
  {
    name: 'jobs',
    ask: async (paging) => jobListSchema.parse(await listJobs(history.asker, listQuerySchema.parse(paging))),
    question: { kind: 'jobs', limit: 1000 },
    columns: { ...RATED, tests: 'Tests run', test_seconds: 'In tests', mean_seconds: 'Mean run time' },
  },
  {
    name: 'projects',
    ask: async (paging) => projectListSchema.parse(await listProjects(history.asker, listQuerySchema.parse(paging))),
    question: { kind: 'projects', limit: 1000 },
    columns: { ...RATED, tests: 'Tests run' },
  },
  {
    name: 'metadata keys',
    ask: async (paging) =>
      metadataKeyListSchema.parse(await listMetadataKeys(history.asker, listQuerySchema.parse(paging))),
    question: { kind: 'metadataKeys', limit: 1000 },
    columns: { key: 'Key', runs: 'Runs', values: 'Values' },
  },
  {
    name: 'metadata values',
    ask: async (paging) =>
      metadataValueListSchema.parse(await listMetadataValues(history.asker, 'node', listQuerySchema.parse(paging))),
    question: { kind: 'metadataGroups', metadataKey: 'node', limit: 1000 },
    columns: { ...RATED, jobs: 'Jobs', value: 'Value' },
  },
  {
    name: 'tests',
    ask: async (paging) => testListSchema.parse(await listTests(history.asker, listTestsQuerySchema.parse(paging))),
    question: { kind: 'testsByPrefix', limit: 1000 },
    columns: { ...TEST, passed: 'Passed', failed: 'Failed', skipped: 'Skipped', mean_seconds: 'Mean duration' },
  },
  {
    name: 'tests of a job',
    ask: async (paging) =>
      testListSchema.parse(await listJobTests(history.asker, 'unit', jobQuerySchema.parse(paging))),
    question: { kind: 'testsByPrefix', jobs: ['unit'], limit: 1000 },
    columns: { ...TEST, passed: 'Passed', failed: 'Failed' },
  },
  {
    name: 'failing tests',
    ask: async (paging) =>
      failingTestsSchema.parse(await failingTests(history.asker, rankedTestsQuerySchema.parse(paging))),
    question: { kind: 'failingTests', limit: 1000 },
    columns: { ...TEST, ...RATED },
  },
  {
    name: 'flaky tests',
    ask: async (paging) =>
      flakyTestsSchema.parse(await flakyTests(history.asker, rankedTestsQuerySchema.parse(paging))),
    question: { kind: 'flakyTests', limit: 1000 },
    columns: { ...TEST, flaky: 'Flaky', runs: 'Runs', flake_rate: 'Flake rate', flake_rate_at_least: 'At least' },
  },
  {
    name: 'slowest tests',
    ask: async (paging) =>
      slowTestsSchema.parse(await slowestTests(history.asker, rankedTestsQuerySchema.parse(paging))),
    question: { kind: 'slowestTests', limit: 1000 },
    columns: { ...TEST, mean_seconds: 'Mean', passes: 'Passes', total_seconds: 'Total' },
  },
  {
    name: 'tests that never fail',
    ask: async (paging) =>
      neverFailingTestsSchema.parse(
        await neverFailingTests(history.asker, neverFailingQuerySchema.parse({ min_runs: '1', ...paging })),
      ),
    question: { kind: 'neverFailingTests', minRuns: 1, limit: 1000 },
    columns: { ...TEST, runs: 'Passes', total_seconds: 'Total' },
  },
  {
    name: 'the history of a test',
    ask: async (paging) =>
      testHistorySchema.parse(await testHistory(history.asker, HERE, listQuerySchema.parse(paging))),
    question: { kind: 'testRuns', tests: [HERE], limit: 1000 },
    columns: { run: 'run_key', seconds: 'Duration', attempts: 'Attempts' },
  },
  {
    name: 'the trend of a job',
    ask: async (paging) => jobTrendSchema.parse(await jobTrend(history.asker, 'unit', jobQuerySchema.parse(paging))),
    question: { kind: 'jobHistory', jobs: ['unit'], limit: 1000 },
    columns: { runs: 'Runs', failed: 'Failed', failure_rate: 'Failure rate', failed_tests: 'Tests failed' },
  },
  {
    name: 'recent failures',
    ask: async (paging) =>
      recentFailuresSchema.parse(await recentFailures(history.asker, recentFailuresQuerySchema.parse(paging))),
    question: { kind: 'latestFailures', limit: 1000 },
    columns: { ...TEST, run: 'run_key', outcome: 'Outcome' },
  },
];

function asText({ sinceMicros, untilMicros }: Range): Record<string, string> {
  return { since: formatMicros(sinceMicros), until: formatMicros(untilMicros) };
}

/** Sums of floats differ in their last digits from one time to the next. */
function rounded(value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : value;
}

function picked(rows: readonly Row[], columns: Readonly<Record<string, string>>): unknown[][] {
  return rows.map((row) => Object.values(columns).map((column) => rounded(row[column])));
}

async function pages({ ask }: Case, range: Range, limit: number): Promise<readonly object[]> {
  const items: object[] = [];
  let next: string | null = null;
  do {
    const page: Page = await ask({
      ...asText(range),
      limit: String(limit),
      ...(next === null ? {} : { cursor: next }),
    });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    items.push(...page.items);
    next = page.next;
  } while (next !== null);
  return items;
}

describe.each(CASES.map((one) => [one.name, one] as const))('%s', (_name, one) => {
  it.each(RANGES)('should be the same page by page as the dashboards have it, for %s', async (_label, range) => {
    const rows = await history.dashboardRows(one.question, range);
    const items = await pages(one, range, 3);
    expect(items.length).toBeGreaterThan(0);
    const own = Object.fromEntries(Object.keys(one.columns).map((name) => [name, name]));
    expect(picked(items as Row[], own)).toEqual(picked(rows, one.columns));
  });
});

/** Cases by the kind that a shipped dashboard has a panel of. */
const SHOWN = CASES.filter(({ question }) => dashboardQuestions(question.kind).length > 0 && !question.jobs);

describe('the panels of the shipped dashboards', () => {
  it('should be compared for most lists', () => {
    expect(SHOWN.map(({ question }) => question.kind)).toEqual(
      expect.arrayContaining(['jobs', 'metadataGroups', 'testsByPrefix', 'failingTests', 'flakyTests', 'slowestTests']),
    );
  });

  it.each(SHOWN.map((one) => [one.name, one] as const))('should show the numbers of %s', async (_name, one) => {
    const [, range] = RANGES[2]!;
    const own = Object.fromEntries(Object.keys(one.columns).map((name) => [name, name]));
    for (const question of dashboardQuestions(one.question.kind)) {
      const rows = await history.dashboardRows(question, range);
      const isLess = question.minRuns !== undefined;
      const page = await one.ask({ ...asText(range), ...(isLess && { min_runs: String(question.minRuns) }) });
      expect(rows.length).toBeGreaterThan(0);
      expect(picked((page.items as Row[]).slice(0, rows.length), own)).toEqual(picked(rows, one.columns));
    }
  });
});

describe('the numbers of the graphs', () => {
  const asked = ({ sinceMicros, untilMicros }: Range) => ({ since: sinceMicros, until: untilMicros, limit: 100 });

  it.each(RANGES)('should be those of the dashboards, by metadata, for %s', async (_label, range) => {
    const rows = await history.dashboardRows({ kind: 'metadataGroups', metadataKey: 'node', limit: 1000 }, range);
    const rates = await graphOf(history.asker, 'run_failure_rate', { ...asked(range), key: 'node' });
    const times = await graphOf(history.asker, 'ci_time', { ...asked(range), key: 'node' });
    // Of runs without the key the graphs have a value too, which has no name.
    const known = (items: readonly object[]) => (items as Row[]).filter((item) => item['value'] !== null);
    const named = rows.filter((row) => known(rates.items).some((item) => item['value'] === row['Value']));
    expect(rates.items).toHaveLength(rows.length);
    expect(named.length).toBeGreaterThan(0);
    const own = { value: 'value', runs: 'runs', failed: 'failed', failure_rate: 'failure_rate' };
    const theirs = { value: 'Value', runs: 'Runs', failed: 'Failed', failure_rate: 'Failure rate' };
    expect(new Set(picked(known(rates.items), own).map(String))).toEqual(new Set(picked(named, theirs).map(String)));
    const seconds = named.map((row) => [row['Value'], rounded(Number(row['Mean run time']) * Number(row['Runs']))]);
    expect(new Set(picked(known(times.items), { value: 'value', seconds: 'seconds' }).map(String))).toEqual(
      new Set(seconds.map(String)),
    );
  });

  it.each(RANGES)('should be those of the dashboards, by test, for %s', async (_label, range) => {
    const columns = { passed: 'Passed', failed: 'Failed', skipped: 'Skipped' };
    const { items } = await graphOf(history.asker, 'agg_count', asked(range));
    const rows = await history.dashboardRows({ kind: 'testsByPrefix', limit: 1000 }, range);
    const ids = (items as Row[]).map((item) => item['id']);
    expect(ids.length).toBeGreaterThan(0);
    const theirs = ids.map((id) => rows.find((row) => row['test_key'] === id) ?? {});
    const own = Object.fromEntries(Object.keys(columns).map((name) => [name, name]));
    expect(picked(items as Row[], own)).toEqual(picked(theirs, columns));
  });
});

describe('one test', () => {
  it.each([HERE, HOSTILE_NAME])('should show %j by name, by number, and as a runner lists it', async (name) => {
    const byName = testSchema.parse(await oneTest(history.asker, name, testQuerySchema.parse({})));
    expect(byName.test).toBe(name);
    expect(await oneTest(history.asker, String(byName.id), testQuerySchema.parse({}))).toEqual(byName);
    expect(await oneTest(history.asker, `${name}[id-1,smoke]`, testQuerySchema.parse({}))).toEqual(byName);
    const [totals] = await history.dashboardRows(
      { kind: 'testOutcomeTotals', tests: [name] },
      { sinceMicros: END - 30 * DAY + 60_000_000, untilMicros: END + 60_000_000 },
    );
    expect([byName.passed, byName.failed, byName.skipped]).toEqual(
      picked([totals!], { a: 'Passed', b: 'Failed', c: 'Skipped' })[0],
    );
    const runs = HISTORY.filter((run) => run.tests.some(({ test }) => test === name));
    expect(byName.ever.last_seen).toBe(formatMicros(Math.floor(runs.at(-1)!.atMicros / 1e6) * 1e6));
    expect(byName.ever.first_seen).toBe(formatMicros(Math.floor(runs[0]!.atMicros / 1e6) * 1e6));
    expect(byName.jobs.reduce((sum, job) => sum + job.runs, 0)).toBe(byName.runs);
  });

  it('should suggest the names that may have been meant', async () => {
    await expect(oneTest(history.asker, 't.Api.test_lsit', testQuerySchema.parse({}))).rejects.toMatchObject({
      status: 404,
      code: 'test_not_found',
      facts: { suggestions: expect.arrayContaining([HERE]) },
    });
  });

  it('should say of a test that never failed how often it may', async () => {
    const body = await neverFailingTests(history.asker, neverFailingQuerySchema.parse({}));
    expect(body.min_runs).toBe(10);
    for (const { failed, runs, failure_rate_at_most } of body.items) {
      expect(failed).toBe(0);
      expect(runs).toBeGreaterThanOrEqual(10);
      expect(failure_rate_at_most).toBeCloseTo(3.8416 / (runs + 3.8416), 9);
    }
  });
});

describe('two runs', () => {
  it('should be compared as the dashboards do, page by page', async () => {
    const query = (values: object) => compareRunsQuerySchema.parse({ show: 'all', ...values });
    const whole = comparisonSchema.parse(await compareTwoRuns(history.asker, FIRST, SECOND, query({})));
    const first = await compareTwoRuns(history.asker, FIRST, SECOND, query({ limit: '4' }));
    const second = await compareTwoRuns(history.asker, FIRST, SECOND, query({ limit: '500', cursor: first.next }));
    expect([...first.items, ...second.items]).toEqual(whole.items);
    const rows = await history.dashboardRows(
      { kind: 'compareRuns', runs: [FIRST, SECOND], measure: 'all' },
      { sinceMicros: 0, untilMicros: END },
    );
    expect(whole.items.map(({ test, change }) => [test, change])).toEqual(picked(rows, { a: 'Test', b: 'Change' }));
    expect(whole.changes.reduce((sum, { tests }) => sum + tests, 0)).toBe(whole.items.length);
  });

  it.each([
    ['nonsense', 400, 'bad_run_id'],
    ['00000000-0000-4000-8000-00000000ffff', 404, 'run_not_found'],
  ])('should not be compared where one is %s', async (id, status, code) => {
    const compared = compareTwoRuns(history.asker, FIRST, id, compareRunsQuerySchema.parse({}));
    await expect(compared).rejects.toMatchObject({ status, code });
  });
});

describe('what is asked wrongly', () => {
  it('should be told the names there are where nothing is found', async () => {
    await expect(failingTests(history.asker, rankedTestsQuerySchema.parse({ job: ['unti'] }))).rejects.toMatchObject({
      status: 404,
      code: 'job_not_found',
      facts: { suggestions: ['unit'] },
    });
    await expect(jobTrend(history.asker, 'a/b%\n', jobQuerySchema.parse({}))).rejects.toMatchObject({ status: 404 });
    await expect(listMetadataValues(history.asker, 'nod', listQuerySchema.parse({}))).rejects.toMatchObject({
      code: 'key_not_found',
      facts: { suggestions: ['node'] },
    });
  });

  it('should be told when a cursor belongs to another list', async () => {
    const { next } = await listTests(history.asker, listTestsQuerySchema.parse({ limit: '2' }));
    const elsewhere = listTests(history.asker, listTestsQuerySchema.parse({ cursor: next, prefix: 't.Api' }));
    await expect(elsewhere).rejects.toMatchObject({ status: 400, code: 'cursor_of_another_list' });
  });

  it('should be told what is wrong with a pattern', async () => {
    const asked = listTests(history.asker, listTestsQuerySchema.parse({ pattern: '(' }));
    await expect(asked).rejects.toMatchObject({ status: 400, code: 'bad_pattern' });
  });

  it('should be given up by the server where it takes too long', async () => {
    const hasty = await openAsker(history.url, { answerMs: 100 });
    await history.database.session(async (session) => {
      await session.execute('LOCK TABLES tests WRITE');
      const asked = hasty.ask({ kind: 'testName', tests: [HERE] }, RANGES[0]![1]);
      await expect(asked).rejects.toMatchObject({ status: 503, code: 'question_too_slow' });
      await session.execute('UNLOCK TABLES');
    });
    await hasty.close();
  });

  it('should be sent away where too many wait', async () => {
    const narrow = await openAsker(history.url, { parallel: 1, waiting: 2 });
    const asked = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => narrow.ask({ ...HEAVY, limit: 1000 - index }, RANGES[2]![1])),
    );
    const refused = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(8);
    for (const reason of refused) {
      expect(reason).toMatchObject({ status: 503, code: 'too_many_questions', retryAfterSeconds: expect.any(Number) });
    }
    await narrow.close();
  });

  it('should find connections that cannot write', async () => {
    const reader = await connectDatabase(history.url, { readOnlyMs: 1000 });
    await expect(reader.execute('DELETE FROM tm_failures')).rejects.toThrow();
    expect((await reader.rows('SELECT 1 FROM tm_failures LIMIT 1')).length).toBe(1);
    await reader.close();
  });
});

describe('a list that is read while runs come in', () => {
  it('should go on as it began', async () => {
    const query = (values: object) => recentFailuresQuerySchema.parse({ limit: '5', ...values });
    const before = await pages(
      CASES.find(({ name }) => name === 'recent failures')!,
      RANGES[1]![1],
      500,
    );
    const first = await recentFailures(history.asker, query(asText(RANGES[1]![1])));
    // A failure that is newer than all of the first page.
    await history.database.execute(
      `INSERT INTO tm_failures (run_id, test_id, series_id, run_at, status, flaky, message)
       SELECT f.run_id, t.id, f.series_id, '2026-11-20 13:29:59', 'fail', 0, 'late' FROM tm_failures AS f
       CROSS JOIN tests AS t WHERE t.test_id = 't.Net.test_skipped' ORDER BY f.run_at DESC LIMIT 1`,
    );
    const second = await recentFailures(history.asker, query({ ...asText(RANGES[1]![1]), cursor: first.next }));
    expect([...first.items, ...second.items]).toEqual(before.slice(0, 10));
  });
});
