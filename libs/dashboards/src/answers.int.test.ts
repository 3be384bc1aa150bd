import {
  failingTests,
  flakyTests,
  jobs,
  literalRange,
  recentRuns,
  type RunFilter,
  runStat,
  runTimeTrend,
  runsOverTime,
  sampleData,
  type Scope,
  slowestTests,
  testAttempts,
  testByJob,
  testFailures,
  testOptions,
  testOutcomeTotals,
  testStat,
  testsOverTime,
  textLiteral,
  timeByJob,
} from '@testmetrics/questions';
import { HOSTILE_NAME, type HistoryRun, type HistoryTestRun, makeHistory } from '@testmetrics/questions/testing';
import { type HistoryDatabase, openHistoryDatabase, type Row } from './testing/history-database';

const DAY = 86_400_000_000;
const END = Date.UTC(2026, 10, 20, 13, 30) * 1000;
const HISTORY = makeHistory({ endMicros: END, days: 45 });

/** Ranges on both sides of the limits at which questions change from single rows to daily totals. */
const RANGES = [
  { name: 'six hours', days: 0.25 },
  { name: 'a day and a half', days: 1.5 },
  { name: 'ten days', days: 10 },
  { name: 'forty days', days: 40 },
  { name: 'a year', days: 365 },
];

let database: HistoryDatabase;

beforeAll(async () => {
  database = await openHistoryDatabase(HISTORY);
});

afterAll(() => database.close());

/** The runs that a question counts: exact in a short range, in whole UTC days in a long one. */
function runsIn(
  days: number,
  limits: { readonly rowByRowDays: number },
  filter: (run: HistoryRun) => boolean = () => true,
) {
  const from = END - days * DAY;
  const start = days > limits.rowByRowDays ? Math.floor(from / DAY) * DAY : from;
  const end = days > limits.rowByRowDays ? Math.ceil(END / DAY) * DAY : END;
  return HISTORY.filter((run) => run.atMicros >= start && run.atMicros < end && filter(run));
}

function scope(days: number, filter: RunFilter = {}): Scope {
  return { filter, range: literalRange(END - days * DAY, END) };
}

const isFailed = (test: HistoryTestRun) => ['fail', 'uxsuccess', 'inprogress'].includes(test.status);
const isPassed = (test: HistoryTestRun) => ['success', 'xfail'].includes(test.status);
const ofRuns = (runs: readonly HistoryRun[], accept: (test: HistoryTestRun) => boolean) =>
  runs.flatMap((run) => run.tests).filter(accept).length;

function lowerEnd(part: number, whole: number): number {
  const z = 1.96;
  const p = part / whole;
  const half = z * Math.sqrt((p * (1 - p)) / whole + (z * z) / (4 * whole * whole));
  return Math.max(0, (p + (z * z) / (2 * whole) - half) / (1 + (z * z) / whole));
}

describe('questions about runs', () => {
  it.each(RANGES)('should count runs and tests of $name as a plain count does', async ({ days }) => {
    const runs = runsIn(days, { rowByRowDays: 14 });
    const failed = runs.filter((run) => run.tests.some(isFailed));
    expect(await database.ask(runStat(scope(days), 'runs').sql)).toEqual([
      { label: `${failed.length} failed`, value: runs.length },
    ]);
    const [rate] = await database.ask(runStat(scope(days), 'run_failure_rate').sql);
    expect(rate).toMatchObject({ value: expect.closeTo(failed.length / runs.length, 9) });
    expect(rate?.['label']).toContain(`${failed.length} of ${runs.length} runs`);
    const [tests] = await database.ask(runStat(scope(days), 'tests').sql);
    expect(tests?.['value']).toBe(ofRuns(runs, (test) => isFailed(test) || isPassed(test)));
  });

  it.each(RANGES)('should add up to the same totals over time in $name', async ({ days }) => {
    const runs = runsIn(days, { rowByRowDays: 14 });
    const buckets = await database.ask(runsOverTime(scope(days)).sql);
    expect(sum(buckets, 'Passed') + sum(buckets, 'Failed')).toBe(runs.length);
    const outcomes = await database.ask(testsOverTime(scope(days)).sql);
    expect(sum(outcomes, 'Failed')).toBe(ofRuns(runs, isFailed));
    expect(sum(outcomes, 'Passed')).toBe(ofRuns(runs, isPassed));
    expect(sum(outcomes, 'Skipped')).toBe(ofRuns(runs, (test) => test.status === 'skip'));
    const times = buckets.map((bucket) => bucket['time'] as number);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(times).size).toBe(times.length);
  });

  it('should give a job with its rate and the lower end of the interval, "(none)" for runs without a job', async () => {
    const rows = await database.ask(jobs(scope(40)).sql);
    expect(rows.map((row) => row['Job']).sort()).toEqual(['(none)', 'integration', 'unit']);
    const runs = runsIn(40, { rowByRowDays: 14 }, (run) => run.job === 'unit');
    const failed = runs.filter((run) => run.tests.some(isFailed)).length;
    expect(rows.find((row) => row['Job'] === 'unit')).toMatchObject({
      Runs: runs.length,
      Failed: failed,
      'Failure rate': expect.closeTo(failed / runs.length, 6),
      'At least': expect.closeTo(lowerEnd(failed, runs.length), 6),
      Note: '',
    });
  });

  it('should say so where a rate stands on few runs', async () => {
    const rows = await database.ask(jobs(scope(1.5, { job: { names: ['unit'] } })).sql);
    expect(rows[0]?.['Note']).toMatch(/^only \d runs?$/);
  });

  it('should narrow by key, by name and by nothing', async () => {
    const named = await database.ask(
      runStat(scope(40, { job: { names: ['unit'] }, branch: { names: ['stable/1'] } }), 'runs').sql,
    );
    const expected = runsIn(40, { rowByRowDays: 14 }, (run) => run.job === 'unit' && run.branch === 'stable/1').length;
    expect(named[0]?.['value']).toBe(expected);
    const rows = await database.ask(jobs(scope(40)).sql);
    const key = rows.find((row) => row['Job'] === 'unit')?.['job_key'] as number;
    const keyed = await database.ask(runStat(scope(40, { job: { keys: [key] } }), 'runs').sql);
    expect(keyed[0]?.['value']).toBe(runsIn(40, { rowByRowDays: 14 }, (run) => run.job === 'unit').length);
    expect(await database.ask(runStat(scope(40, { job: { names: [] } }), 'runs').sql)).toEqual([]);
    expect(await database.ask(runStat(scope(40, { job: { names: ["no such 'job'"] } }), 'runs').sql)).toEqual([]);
  });

  it('should draw each run once, with the mean of the ten up to it', async () => {
    const runs = runsIn(10, { rowByRowDays: 14 });
    const points = await database.ask(runTimeTrend(scope(10)).sql);
    expect(points).toHaveLength(runs.length);
    const last = points.slice(-10).reduce((total, point) => total + (point['Run time'] as number), 0) / 10;
    expect(points.at(-1)?.['Rolling mean']).toBeCloseTo(last, 6);
  });

  it('should list the newest runs first and mark sample data', async () => {
    const rows = await database.ask(recentRuns(scope(40), 20).sql);
    const newest = [...runsIn(40, { rowByRowDays: 99 })].reverse().slice(0, 20);
    expect(rows.map((row) => row['time'])).toEqual(newest.map((run) => Math.floor(run.atMicros / 1e6) * 1000));
    expect(rows.map((row) => row['Result'])).toEqual(
      newest.map((run) => (run.tests.some(isFailed) ? 'failed' : 'passed')),
    );
    const samples = runsIn(40, { rowByRowDays: 99 }, (run) => run.sample).length;
    expect(await database.ask(sampleData(scope(40)).sql)).toEqual([{ value: `${samples} runs are sample data` }]);
    expect(await database.ask(sampleData(scope(10)).sql)).toEqual([{ value: 'None: real runs only' }]);
  });

  it('should find where the time goes', async () => {
    const rows = await database.ask(timeByJob(scope(10)).sql);
    const seconds = runsIn(10, { rowByRowDays: 14 }, (run) => run.job === 'unit')
      .flatMap((run) => run.tests)
      .reduce((total, test) => total + (test.status === 'inprogress' ? 0 : (test.seconds ?? 0)), 0);
    expect(rows.find((row) => row['Job'] === 'unit')?.['In tests']).toBeCloseTo(seconds, 3);
  });
});

describe('questions about tests', () => {
  it.each(RANGES)('should rank failing and flaky tests of $name by the lower end of their rate', async ({ days }) => {
    const runs = runsIn(days, { rowByRowDays: 2 });
    for (const { query, heading, accept } of [
      { query: failingTests(scope(days)), heading: 'Failed', accept: isFailed },
      { query: flakyTests(scope(days)), heading: 'Flaky', accept: (test: HistoryTestRun) => test.flaky },
    ]) {
      const rows = await database.ask(query.sql);
      const names = [
        ...new Set(
          runsIn(days, { rowByRowDays: 99 })
            .flatMap((run) => run.tests)
            .filter(accept)
            .map((test) => test.test),
        ),
      ];
      expect(rows.map((row) => row['Test']).sort()).toEqual(names.sort());
      for (const row of rows) {
        const mine = runs.flatMap((run) => run.tests).filter((test) => test.test === row['Test']);
        expect(row[heading]).toBe(mine.filter(accept).length);
        expect(row['Runs']).toBe(mine.filter((test) => isFailed(test) || isPassed(test)).length);
        expect(row['At least']).toBeCloseTo(lowerEnd(row[heading] as number, row['Runs'] as number), 6);
      }
      const ranks = rows.map((row) => row['At least'] as number);
      expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
    }
  });

  it('should find the slowest tests by the mean of their passes', async () => {
    const [slowest] = await database.ask(slowestTests(scope(10)).sql);
    const passes = runsIn(10, { rowByRowDays: 2 })
      .flatMap((run) => run.tests)
      .filter((test) => test.test === 't.Db.test_slow' && isPassed(test));
    expect(slowest).toMatchObject({ Test: 't.Db.test_slow', Passes: passes.length });
    expect(slowest?.['Mean']).toBeCloseTo(
      passes.reduce((total, test) => total + (test.seconds ?? 0), 0) / passes.length,
      3,
    );
  });

  it.each(RANGES)('should count one test of $name as a plain count does, whatever its name', async ({ days }) => {
    const key = await testKey(HOSTILE_NAME);
    const mine = runsIn(days, { rowByRowDays: 2 })
      .flatMap((run) => run.tests)
      .filter((test) => test.test === HOSTILE_NAME);
    const failed = mine.filter(isFailed).length;
    const [rate] = await database.ask(testStat(scope(days), key, 'failure_rate').sql);
    expect(rate?.['value']).toBeCloseTo(failed / mine.length, 9);
    expect(rate?.['label']).toContain(`${failed} of ${mine.length} runs`);
    expect(await database.ask(testOutcomeTotals(scope(days), key).sql)).toEqual([
      { Passed: mine.filter(isPassed).length, Failed: failed, Skipped: 0, Flaky: 0 },
    ]);
    const [mean] = await database.ask(testStat(scope(days), key, 'mean_duration').sql);
    const seconds = mine.filter(isPassed).map((test) => test.seconds ?? 0);
    expect(mean?.['value']).toBeCloseTo(seconds.reduce((total, one) => total + one, 0) / seconds.length, 5);
  });

  it('should show the last runs of a test as text, the newest at the right', async () => {
    const rows = await database.ask(testByJob(scope(40), await testKey('t.Net.test_broken')).sql);
    const unit = rows.find((row) => row['Job'] === 'unit' && row['Branch'] === 'master');
    expect(unit?.['Last runs']).toMatch(/^\.+x+$/);
    expect(unit?.['Fails in a row']).toBe(/x+$/.exec(unit?.['Last runs'] as string)?.[0].length);
  });

  it('should give every attempt, and the traceback rather than another text', async () => {
    const key = await testKey('t.Net.test_flaky');
    const [attempt] = await database.ask(testAttempts(scope(40), key).sql);
    expect(attempt).toMatchObject({ Attempts: 2, Statuses: 'fail → success', Durations: '1.500 s → 1.500 s' });
    const [failure] = await database.ask(testFailures(scope(40), key).sql);
    expect(failure?.['Message']).toBe('AssertionError: t.Net.test_flaky gave 3 != 4');
    expect(failure?.['Traceback']).toMatch(/^Traceback \(most recent call last\):\n[\s\S]*AssertionError: 3 != 4\n$/);
  });

  it('should find a test by part of its name, and by its key', async () => {
    const key = await testKey(HOSTILE_NAME);
    const [byKey] = await database.ask(testOptions(textLiteral(key)).sql);
    expect(byKey).toEqual({ __text: HOSTILE_NAME, __value: Number(key) });
    for (const part of [HOSTILE_NAME, '%_', "it's", '$__timeFilter(x)', '\\']) {
      const rows = await database.ask(testOptions(textLiteral(part)).sql);
      expect(rows.map((row) => row['__text'])).toEqual([HOSTILE_NAME]);
    }
    expect(await database.ask(testOptions(textLiteral('')).sql)).toHaveLength(10);
  });
});

async function testKey(name: string): Promise<string> {
  const rows = await database.ask(`SELECT t.id FROM tests AS t WHERE t.test_id = ${textLiteral(name)}`);
  expect(rows).toHaveLength(1);
  return String(rows[0]?.['id']);
}

function sum(rows: readonly Row[], column: string): number {
  return rows.reduce((total, row) => total + Number(row[column]), 0);
}
