import { compileQuestion, literalRange, type Question } from '@testmetrics/questions';
import {
  HOSTILE_NAME,
  type HistoryRun,
  type HistoryTestRun,
  makeHistory,
  NODES,
  runId,
} from '@testmetrics/questions/testing';
import { type HistoryDatabase, openHistoryDatabase, type Row } from './testing/history-database';

/** Numbers of the kinds that are not in answers.int.test.ts, beside plain counts over the raw rows. */

/** A history is many rows, which a busy machine takes a while to write. */
const FILLING_MS = 180_000;

const DAY = 86_400_000_000;
const END = Date.UTC(2026, 10, 20, 13, 30) * 1000;
const HISTORY = makeHistory({ endMicros: END, days: 45 });

let database: HistoryDatabase;
beforeAll(async () => {
  database = await openHistoryDatabase(HISTORY);
}, FILLING_MS);
afterAll(() => database.close());

function ask(question: Question, days: number, end = END): Promise<readonly Row[]> {
  return database.ask(compileQuestion(question, { range: literalRange(end - days * DAY, end) }).sql);
}

interface Numbered extends HistoryRun {
  readonly number: number;
}
const RUNS: readonly Numbered[] = HISTORY.map((run, index) => ({ ...run, number: index + 1 }));

/** Runs of the last days: exact to the second, or in whole UTC days. */
function runsOf(days: number, { whole = false } = {}, accept: (run: Numbered) => boolean = () => true): Numbered[] {
  const from = whole ? Math.floor((END - days * DAY) / DAY) * DAY : END - days * DAY;
  return RUNS.filter((run) => run.atMicros >= from && run.atMicros < END && accept(run));
}

const isFailed = (test: HistoryTestRun) => ['fail', 'uxsuccess', 'inprogress'].includes(test.status);
const isPassed = (test: HistoryTestRun) => ['success', 'xfail'].includes(test.status);
const isFailedRun = (run: HistoryRun) => run.tests.some(isFailed);
const isAt = (node: string) => (run: HistoryRun) => run.metadata?.['node'] === node;
const testsIn = (runs: readonly HistoryRun[], accept: (test: HistoryTestRun) => boolean = () => true) =>
  runs.flatMap((run) => run.tests).filter(accept);
const count = (runs: readonly HistoryRun[], accept: (test: HistoryTestRun) => boolean) => testsIn(runs, accept).length;
const total = (values: readonly (number | null)[]) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
const wallOf = (run: HistoryRun) =>
  total(run.tests.map((test) => (test.status === 'inprogress' ? 0 : test.seconds))) / 2;
const column = (rows: readonly Row[], name: string) => rows.map((row) => row[name]);
const add = (rows: readonly Row[], name: string) => rows.reduce((sum, row) => sum + Number(row[name] ?? 0), 0);

describe('jobs and runs', () => {
  it.each([5, 30])('should follow each job through %d days', async (days) => {
    const whole = days > 14;
    const unit = runsOf(days, { whole }, (run) => run.job === 'unit');
    const rows = (measure: string) => ask({ kind: 'jobTrend', measure, jobs: ['unit'] }, days);
    expect(add(await rows('runs'), 'value')).toBe(unit.length);
    expect(add(await rows('failed_runs'), 'value')).toBe(unit.filter(isFailedRun).length);
    expect(add(await rows('failed_tests'), 'value')).toBe(count(unit, isFailed));
    expect(new Set(column(await rows('failure_rate'), 'metric'))).toEqual(new Set(['unit']));
  });

  it.each([5, 30])('should count test runs by outcome in %d days', async (days) => {
    const runs = runsOf(days, { whole: days > 14 });
    const rows = await ask({ kind: 'countsByOutcome' }, days);
    for (const row of rows) {
      const status = row['Outcome'] === 'unfinished' ? 'inprogress' : row['Outcome'];
      expect(row['Test runs']).toBe(count(runs, (test) => test.status === status));
      expect(row['Of']).toBe(testsIn(runs).length);
    }
    expect(add(rows, 'Share')).toBeCloseTo(1, 9);
    const rates = await ask({ kind: 'testFailureRateOverTime' }, days);
    expect(add(rates, 'Tests run')).toBe(count(runs, (test) => isFailed(test) || isPassed(test)));
  });

  it.each([5, 30])('should choose runs of %d days by metadata', async (days) => {
    // Of runs there are totals a day, of their tests not.
    const runs = runsOf(days, { whole: days > 14 }, isAt(HOSTILE_NAME));
    const metadata = [{ key: 'node', value: HOSTILE_NAME }];
    const [stat] = await ask({ kind: 'runStat', measure: 'runs', metadata }, days);
    expect(stat).toEqual({ label: `${runs.filter(isFailedRun).length} failed`, value: runs.length });
    const buckets = await ask({ kind: 'runsOverTime', metadata }, days);
    expect(add(buckets, 'Passed') + add(buckets, 'Failed')).toBe(runs.length);
    const rows = await ask({ kind: 'failingTests', metadata, limit: 100 }, days);
    expect(add(rows, 'Failed')).toBe(count(runsOf(days, {}, isAt(HOSTILE_NAME)), isFailed));
    const both = [...metadata, { key: 'build_name', value: 'unit' }];
    const [unit] = await ask({ kind: 'runStat', metadata: both }, days);
    const unitRuns = runsOf(days, {}, (run) => isAt(HOSTILE_NAME)(run) && run.job === 'unit');
    expect(unit?.['value']).toBe(unitRuns.length);
    expect(await ask({ kind: 'runStat', metadata: [{ key: 'node', value: 'none' }] }, days)).toEqual([]);
  });

  it('should list runs page by page, of one result', async () => {
    const failed = runsOf(30, {}, isFailedRun).reverse();
    const pages = [];
    for (const page of [1, 2, 3])
      pages.push(...(await ask({ kind: 'runList', measure: 'failed', limit: 7, page }, 30)));
    expect(column(pages, 'run_key')).toEqual(failed.slice(0, 21).map((run) => runId(run.number)));
    const rest = await ask({ kind: 'runList', measure: 'passed', limit: 1000 }, 30);
    expect(rest.length + failed.length).toBe(runsOf(30).length);
  });

  it('should set the failure rate of each job beside the one of the four weeks before', async () => {
    const from = Math.floor((END - 3 * DAY) / DAY) * DAY;
    const usual = RUNS.filter((run) => run.job === 'unit' && run.atMicros < from && run.atMicros >= from - 28 * DAY);
    const runs = runsOf(3, {}, (run) => run.job === 'unit');
    const rows = await ask({ kind: 'jobsAgainstUsual' }, 3);
    expect(rows.find((row) => row['Job'] === 'unit')).toMatchObject({
      Failed: runs.filter(isFailedRun).length,
      Runs: runs.length,
      'Usual rate': expect.closeTo(usual.filter(isFailedRun).length / usual.length, 9),
      'Usual runs': usual.length,
    });
    expect(await ask({ kind: 'jobsAgainstUsual', minRuns: 1000 }, 3)).toEqual([]);
  });

  it('should say how long each job has been quiet, against its usual gap', async () => {
    const end = END + 3 * DAY;
    const firstDay = Math.floor(end / DAY) * DAY - 28 * DAY;
    const runs = RUNS.filter((run) => run.job === 'unit' && run.atMicros >= firstDay);
    const last = Math.floor(runs.at(-1)!.atMicros / 1e6);
    const rows = await ask({ kind: 'quietJobs' }, 1, end);
    const row = rows.find((one) => one['Job'] === 'unit');
    expect(row?.['Runs in 28 days']).toBe(runs.length);
    expect(row?.['Newest run']).toBe(last * 1000);
    expect(Math.abs(Number(row?.['Silent for']) - (end / 1e6 - last))).toBeLessThanOrEqual(1);
    expect(row?.['Gaps missed']).toBeCloseTo((Number(row?.['Silent for']) * runs.length) / (28 * 86_400), 6);
  });
});

describe('lists of tests', () => {
  it('should add up what passes cost, test by test', async () => {
    const runs = runsOf(20, { whole: true });
    const rows = await ask({ kind: 'costliestTests', limit: 100 }, 20);
    const slow = testsIn(runs, (test) => test.test === 't.Db.test_slow' && isPassed(test) && test.seconds !== null);
    expect(rows[0]).toMatchObject({ Test: 't.Db.test_slow', Passes: slow.length });
    expect(rows[0]?.['Total']).toBeCloseTo(total(slow.map((test) => test.seconds)), 3);
    const totals = column(rows, 'Total') as number[];
    expect(totals).toEqual([...totals].sort((a, b) => b - a));
    const some = await ask({ kind: 'slowestTests', testPattern: 'Api\\.test_(list|show)$' }, 20);
    expect(column(some, 'Test').sort()).toEqual(['t.Api.test_list', 't.Api.test_show']);
  });

  it.each([2, 10, 40])('should list the tests without a failure in %d days', async (days) => {
    const runs = runsOf(days);
    const failing = new Set(testsIn(runs, isFailed).map((test) => test.test));
    const steady = new Set(testsIn(runs, (test) => isPassed(test) && !failing.has(test.test)).map((test) => test.test));
    const rows = await ask({ kind: 'neverFailingTests', minRuns: 0 }, days);
    // Its runs are counted in whole days: a test may have failed on the first day before the range began.
    for (const test of column(rows, 'Test')) expect(steady).toContain(test);
    expect(rows.length).toBeGreaterThan(0);
    expect(await ask({ kind: 'neverFailingTests', minRuns: 100_000 }, days)).toEqual([]);
  });

  it('should list tests that have stopped running, and only these', async () => {
    expect(await ask({ kind: 'staleTests' }, 1)).toEqual([]);
    const rows = await ask({ kind: 'staleTests', limit: 3 }, 1, END + 60 * DAY);
    expect(rows).toHaveLength(3);
    const all = await ask({ kind: 'staleTests' }, 1, END + 60 * DAY);
    expect(all).toHaveLength(10);
    const row = all.find((one) => one['Test'] === HOSTILE_NAME);
    const last = RUNS.at(-1)!;
    expect(row?.['Last seen']).toBe(Math.floor(last.atMicros / 1e6) * 1000);
    expect(row?.['Runs ever']).toBe(count(RUNS, (test) => test.test === HOSTILE_NAME));
  });

  it.each([1, 20])('should page through tests by name with what each did in %d days', async (days) => {
    const runs = runsOf(days, { whole: days > 2 });
    const first = await ask({ kind: 'testsByPrefix', testPrefix: 't.Net.', limit: 3 }, days);
    const second = await ask({ kind: 'testsByPrefix', testPrefix: 't.Net.', limit: 3, page: 2 }, days);
    const names = [...new Set(testsIn(RUNS).map((test) => test.test))]
      .filter((test) => test.startsWith('t.Net.'))
      .sort();
    expect(column([...first, ...second], 'Test')).toEqual(names);
    expect(first[0]?.['Tests found']).toBe(names.length);
    for (const row of [...first, ...second]) {
      const own = (accept: (test: HistoryTestRun) => boolean) =>
        count(runs, (test) => test.test === row['Test'] && accept(test));
      expect(row).toMatchObject({
        Passed: own(isPassed),
        Failed: own(isFailed),
        Skipped: own((test) => test.status === 'skip'),
        Flaky: own((test) => test.flaky),
      });
    }
  });

  it('should list what stands below a prefix with what its tests ever did', async () => {
    const top = await ask({ kind: 'testPrefixes', testPrefix: 't.' }, 1);
    expect(column(top, 'Prefix')).toEqual(['t.Api.', 't.Db.', 't.Net.', 't.Odd.']);
    const api = (test: HistoryTestRun) => test.test.startsWith('t.Api.');
    expect(top[0]).toMatchObject({
      Tests: 3,
      Passed: count(RUNS, (test) => api(test) && isPassed(test)),
      Failed: count(RUNS, (test) => api(test) && ['fail', 'uxsuccess'].includes(test.status)),
    });
    const leaves = await ask({ kind: 'testPrefixes', testPrefix: 't.Db.' }, 1);
    expect(column(leaves, 'Prefix')).toEqual(['t.Db.test_migrate', 't.Db.test_slow']);
  });
});

describe('failures', () => {
  it('should list the newest failures with their runs', async () => {
    const expected = runsOf(3)
      .flatMap((run) => run.tests.filter(isFailed).map((test) => `${runId(run.number)} ${test.test}`))
      .sort();
    const rows = await ask({ kind: 'latestFailures', limit: 1000 }, 3);
    expect(rows.map((row) => `${String(row['run_key'])} ${String(row['Test'])}`).sort()).toEqual(expected);
    const unfinished = await ask({ kind: 'latestFailures', statuses: ['inprogress'], limit: 1000 }, 30);
    expect(unfinished).toHaveLength(count(runsOf(30), (test) => test.status === 'inprogress'));
    expect(new Set(column(unfinished, 'Outcome'))).toEqual(new Set(['unfinished']));
  });

  it('should group failures by message', async () => {
    const runs = runsOf(30);
    const rows = await ask({ kind: 'failureGroups' }, 30);
    expect(add(rows, 'Failures')).toBe(count(runs, isFailed));
    const row = rows.find((one) => one['Message'] === `AssertionError: ${HOSTILE_NAME} gave 3 != 4`);
    expect(row).toMatchObject({ Failures: count(runs, (t) => t.test === HOSTILE_NAME && isFailed(t)), Tests: 1 });
  });

  it('should list tests that fail in a row, with the last time that they passed', async () => {
    const rows = await ask({ kind: 'failingInARow', jobs: ['integration'], branches: ['master'] }, 5);
    const results = RUNS.filter((run) => run.job === 'integration').flatMap((run) =>
      run.tests.filter((test) => test.test === 't.Net.test_broken').map((test) => ({ run, failed: isFailed(test) })),
    );
    const row = rows.find((one) => one['Test'] === 't.Net.test_broken');
    const lastPass = results.findLastIndex(({ failed }) => !failed);
    // The history has room for 64 results.
    expect(row?.['Fails in a row']).toBe(Math.min(results.length - 1 - lastPass, 63));
    expect(row?.['Last passed']).toBe(Math.floor(results[lastPass]!.run.atMicros / 1e6) * 1000);
    expect(row?.['run_key']).toBe(runId(results.at(-1)!.run.number));
    expect(row?.['Message']).toContain('AssertionError');
    expect(await ask({ kind: 'failingInARow', minRuns: 64 }, 5)).toEqual([]);
  });

  it('should list tests that did not fail in the 90 days before', async () => {
    const rows = await ask({ kind: 'newlyFailingTests' }, 12);
    const before = new Set(
      testsIn(
        RUNS.filter((run) => run.atMicros < END - 12 * DAY),
        isFailed,
      ).map((test) => test.test),
    );
    const now = new Set(testsIn(runsOf(12), isFailed).map((test) => test.test));
    expect(new Set(column(rows, 'Test'))).toEqual(new Set([...now].filter((test) => !before.has(test))));
    const [row] = rows;
    expect(row?.['Failures since']).toBe(count(runsOf(12), (test) => test.test === row?.['Test'] && isFailed(test)));
  });
});

describe('durations', () => {
  it.each([5, 30])('should count runs by how long they took in %d days', async (days) => {
    const walls = runsOf(days, { whole: days > 14 }).map(wallOf);
    const rows = await ask({ kind: 'durationDistribution' }, days);
    for (const row of rows) {
      const inside = walls.filter((wall) => wall >= Number(row['From']) && wall < Number(row['To']));
      expect(row['Runs']).toBe(inside.length);
    }
    expect(add(rows, 'Runs')).toBe(walls.length);
    expect(add(rows, 'Share')).toBeCloseTo(1, 9);
  });

  it.each([1, 30])('should count passes of a test by how long they took in %d days', async (days) => {
    const passes = testsIn(
      runsOf(days, { whole: days > 2 }),
      (test) => test.test === 't.Db.test_slow' && isPassed(test),
    );
    const rows = await ask({ kind: 'durationDistribution', tests: ['t.Db.test_slow'] }, days);
    expect(add(rows, 'Runs')).toBe(passes.length);
    for (const row of rows) expect(row['From']).toBeGreaterThan(15);
  });

  it.each([
    { days: 5, tests: undefined },
    { days: 30, tests: undefined },
    { days: 1, tests: ['t.Db.test_slow'] },
    { days: 30, tests: ['t.Db.test_slow'] },
  ])('should give quantiles within a tenth: $days days, $tests', async ({ days, tests }) => {
    const rows = await ask({ kind: 'durationPercentiles', tests }, days);
    const isDaily = days > 14;
    for (const row of rows.slice(1, -1)) {
      const start = Number(row['time']) * 1e6;
      const step = isDaily ? DAY : days === 5 ? 6 * 3_600_000_000 : 3_600_000_000;
      const runs = RUNS.filter((run) => run.atMicros >= start && run.atMicros < start + step);
      const values = tests
        ? testsIn(runs, (test) => test.test === tests[0] && isPassed(test)).map((test) => test.seconds ?? 0)
        : runs.map(wallOf);
      values.sort((a, b) => a - b);
      expect(row['Runs']).toBe(values.length);
      for (const [name, share] of [
        ['Median', 0.5],
        ['95th percentile', 0.95],
      ] as const) {
        const exact = values[Math.ceil(values.length * share) - 1]!;
        expect(Number(row[name]) / exact).toBeGreaterThan(0.9);
        expect(Number(row[name]) / exact).toBeLessThan(1.1);
      }
    }
  });
});

describe('one test', () => {
  const tests = [HOSTILE_NAME];
  const own = (test: HistoryTestRun) => test.test === HOSTILE_NAME;

  it.each([1, 20])('should follow a test through %d days', async (days) => {
    const runs = runsOf(days, { whole: days > 2 });
    const sum = async (measure: string) => add(await ask({ kind: 'testTrend', tests, measure }, days), 'value');
    expect(await sum('runs')).toBe(count(runs, own));
    expect(await sum('failed')).toBe(count(runs, (test) => own(test) && isFailed(test)));
    const [row] = await ask({ kind: 'testTrend', tests, measure: 'duration' }, days);
    expect(row?.['metric']).toBe(HOSTILE_NAME);
  });

  it('should give the duration of each run of a test and the rolling mean of its passes', async () => {
    const runs = runsOf(10);
    const rows = await ask({ kind: 'testRunTimes', tests }, 10);
    const passes = testsIn(runs, (test) => own(test) && isPassed(test)).map((test) => test.seconds!);
    expect(column(rows, 'Passed').filter((value) => value !== null)).toHaveLength(passes.length);
    expect(add(rows, 'Passed')).toBeCloseTo(total(passes), 3);
    const lastTwenty = testsIn(runs, own)
      .slice(-20)
      .filter(isPassed)
      .map((test) => test.seconds!);
    expect(rows.at(-1)?.['Rolling mean']).toBeCloseTo(total(lastTwenty) / lastTwenty.length, 6);
  });

  it('should split a test by where it ran', async () => {
    const rows = await ask({ kind: 'testByMetadata', tests, metadataKey: 'node' }, 30);
    expect(new Set(column(rows, 'Value'))).toEqual(new Set(NODES));
    for (const row of rows) {
      const there = testsIn(runsOf(30, {}, isAt(String(row['Value']))), own);
      const seconds = there.filter(isPassed).map((test) => test.seconds!);
      expect(row).toMatchObject({
        Failed: there.filter(isFailed).length,
        Runs: there.length,
        'Mean duration': expect.closeTo(total(seconds) / seconds.length, 6),
        Fastest: Math.min(...seconds),
        Slowest: Math.max(...seconds),
      });
    }
  });
});

describe('one run', () => {
  const run = RUNS.findLast((one) => one.tests.some((test) => test.flaky))!;
  const runs = [runId(run.number)];

  it('should sum it up', async () => {
    const [row] = await ask({ kind: 'runSummary', runs }, 1);
    expect(row).toMatchObject({
      run_key: runs[0],
      time: Math.floor(run.atMicros / 1e6) * 1000,
      'Tests run': count([run], (test) => isFailed(test) || isPassed(test)),
      Passed: count([run], isPassed),
      Failed: count([run], isFailed),
      Skipped: count([run], (test) => test.status === 'skip'),
      Flaky: count([run], (test) => test.flaky),
      'Run time': expect.closeTo(wallOf(run), 6),
    });
  });

  it('should list its tests with what they usually take', async () => {
    const rows = await ask({ kind: 'runTests', runs }, 1);
    expect(column(rows, 'Test').sort()).toEqual(run.tests.map((test) => test.test).sort());
    const same = (other: HistoryRun) =>
      other.job === run.job && other.project === run.project && other.branch === run.branch;
    const day = Math.floor(run.atMicros / DAY) * DAY;
    const usual = testsIn(
      RUNS.filter((other) => same(other) && other.atMicros >= day - 30 * DAY && other.atMicros < day + DAY),
      (test) => test.test === 't.Db.test_slow' && isPassed(test),
    );
    const row = rows.find((one) => one['Test'] === 't.Db.test_slow');
    expect(row?.['Usual passes']).toBe(usual.length);
    expect(row?.['Usual duration']).toBeCloseTo(total(usual.map((test) => test.seconds)) / usual.length, 6);
    expect(row?.['Duration']).toBe(run.tests.find((test) => test.test === 't.Db.test_slow')!.seconds);
    expect(new Set(column(rows, 'Worker'))).toEqual(new Set(['worker-0', '0/1']));
    const skipped = await ask({ kind: 'runTests', runs, statuses: ['skip'] }, 1);
    expect(column(skipped, 'Outcome')).toEqual(['skipped']);
    const paged = await ask({ kind: 'runTests', runs, limit: 4, page: 3 }, 1);
    expect(paged).toEqual(rows.slice(8, 12));
  });

  it('should draw every attempt once, to the microsecond', async () => {
    const rows = await ask({ kind: 'runTimeline', runs }, 1);
    expect(rows).toHaveLength(run.tests.length + count([run], (test) => test.flaky));
    const row = rows.find((one) => one['test'] === 't.Db.test_slow');
    expect(row?.['start']).toBeCloseTo(run.atMicros / 1000, 2);
    expect(Number(row?.['stop']) - Number(row?.['start'])).toBeCloseTo(
      run.tests.find((test) => test.test === 't.Db.test_slow')!.seconds! * 1000,
      2,
    );
    const flaky = rows.filter((one) => one['test'] === 't.Net.test_flaky');
    expect(flaky.map((one) => [one['attempt'], one['status'], one['flaky'] === 1])).toEqual([
      [1, 'fail', true],
      [2, 'success', true],
    ]);
    expect(flaky[0]?.['message']).toContain('AssertionError');
    const workers = await ask({ kind: 'runWorkers', runs }, 1);
    expect(add(workers, 'Attempts')).toBe(rows.filter((one) => one['stop'] !== null).length);
  });

  it('should give its failures, files and metadata', async () => {
    const bad = run.tests.filter((test) => isFailed(test) || test.flaky);
    const failures = await ask({ kind: 'runFailures', runs }, 1);
    expect(column(failures, 'Test').sort()).toEqual(bad.map((test) => test.test).sort());
    expect(String(failures[0]?.['Traceback'])).toContain(`in run ${run.number}`);
    const files = await ask({ kind: 'runAttachments', runs }, 1);
    expect(files).toHaveLength(2 * bad.length);
    expect(await ask({ kind: 'runAttachments', runs, tests: ['t.Api.test_list'] }, 1)).toEqual([]);
    expect(await ask({ kind: 'runFiles', runs }, 1)).toEqual([
      {
        name: 'stdout',
        content_type: 'text/plain',
        bytes: `run ${run.number} says hello`.length,
        content: `run ${run.number} says hello`,
      },
    ]);
    expect(await ask({ kind: 'runMetadata', runs }, 1)).toContainEqual({ Key: 'node', Value: run.metadata!['node'] });
  });

  it('should give the failed tests of several runs, each under its run', async () => {
    const chosen = RUNS.filter((one) => one.tests.some(isFailed)).slice(-3);
    const found = await ask({ kind: 'failedTestsOfRuns', runs: chosen.map((one) => runId(one.number)) }, 1);
    expect(chosen.length).toBe(3);
    for (const { number, tests } of chosen) {
      const own = found.filter((row) => row['run_key'] === runId(number));
      expect(column(own, 'Test').sort()).toEqual(
        tests
          .filter(isFailed)
          .map((test) => test.test)
          .sort(),
      );
      expect(own.every((row) => row['Message'] !== '' || row['Outcome'] === 'unfinished')).toBe(true);
    }
  });

  it('should find nothing for an id that no run has, and for none', async () => {
    for (const kind of [
      'runSummary',
      'runTests',
      'runTimeline',
      'runFailures',
      'failedTestsOfRuns',
      'runAttachments',
      'runFiles',
    ] as const) {
      expect(await ask({ kind, runs: ['ffffffff-0000-4000-8000-000000000000'] }, 1)).toEqual([]);
      expect(await ask({ kind }, 1)).toEqual([]);
    }
  });
});

describe('two runs', () => {
  const [before, after] = [RUNS.at(-9)!, RUNS.at(-1)!];
  const runs = [runId(before.number), runId(after.number)];

  it('should say of every test what changed', async () => {
    const rows = await ask({ kind: 'compareRuns', runs, measure: 'all' }, 1);
    expect(rows).toHaveLength(after.tests.length);
    for (const row of rows) {
      const [a, b] = [before, after].map((run) => run.tests.find((test) => test.test === row['Test'])!) as [
        HistoryTestRun,
        HistoryTestRun,
      ];
      if (isFailed(b)) expect(row['Change']).toBe(isFailed(a) ? 'still failing' : 'newly failing');
      else if (isFailed(a)) expect(row['Change']).toBe('fixed');
      else expect(['slower', 'faster', 'same']).toContain(row['Change']);
      if (a.seconds === null) expect(row['Seconds before']).toBeNull();
      else expect(row['Seconds before']).toBeCloseTo(a.seconds, 6);
    }
    const counts = await ask({ kind: 'compareCounts', runs }, 1);
    expect(add(counts, 'Tests')).toBe(rows.length);
    for (const { Change, Tests } of counts)
      expect(rows.filter((row) => row['Change'] === Change)).toHaveLength(Number(Tests));
    const changed = await ask({ kind: 'compareRuns', runs }, 1);
    expect(changed).toEqual(rows.filter((row) => row['Change'] !== 'same'));
  });

  it('should list the tests of the one run where the other is missing', async () => {
    const rows = await ask({ kind: 'compareRuns', runs: [runs[0]!] }, 1);
    expect(new Set(column(rows, 'Change'))).toEqual(new Set(['only before']));
    expect(rows).toHaveLength(before.tests.length);
  });
});

const OF_RACK_1 = "(SELECT v.id FROM tm_metadata_values AS v WHERE v.value = 'rack-1')";
const RARE = [
  "INSERT INTO tm_metadata_keys (name) VALUES ('rare')",
  `UPDATE tm_metadata_days SET key_id = (SELECT MAX(k.id) FROM tm_metadata_keys AS k) WHERE value_id = ${OF_RACK_1}`,
];
const NOT_RARE = [
  `UPDATE tm_metadata_days SET key_id = (SELECT k.id FROM tm_metadata_keys AS k WHERE k.name = 'node') WHERE value_id = ${OF_RACK_1}`,
  "DELETE FROM tm_metadata_keys WHERE name = 'rare'",
];

describe('metadata', () => {
  it('should group runs by the values of a key, over many days as over few', async () => {
    for (const days of [3, 40]) {
      const rows = await ask({ kind: 'metadataGroups', metadataKey: 'node' }, days);
      expect(new Set(column(rows, 'Value'))).toEqual(new Set(NODES));
      for (const row of rows) {
        const runs = runsOf(days, { whole: days > 14 }, isAt(String(row['Value'])));
        expect(row).toMatchObject({ Runs: runs.length, Failed: runs.filter(isFailedRun).length });
        expect(row['Jobs']).toBe(new Set(runs.map(({ job }) => job)).size);
        expect(row['Newest run']).toBe(Math.floor((runs.at(-1)?.atMicros ?? 0) / 1e6) * 1000);
        expect(row['Mean run time']).toBeCloseTo(total(runs.map(wallOf)) / runs.length, 6);
      }
    }
  });

  it.each([3, 40])('should tell of the runs of %d days that lack a key', async (days) => {
    const runs = runsOf(days, { whole: days > 14 });
    const newest = Math.floor((runs.at(-1)?.atMicros ?? 0) / 1e6) * 1000;
    const rows = await ask({ kind: 'metadataGroups', metadataKey: 'unheard of' }, days);
    expect(rows).toEqual([expect.objectContaining({ Value: '(none)', Runs: runs.length, 'Newest run': newest })]);
    const times = await ask({ kind: 'runTimeByMetadata', metadataKey: 'unheard of' }, days);
    expect(new Set(column(times, 'metric'))).toEqual(new Set(['(none)']));
    // Some have it.
    await database.fill(["UPDATE run_metadata SET `key` = 'rare' WHERE `key` = 'node' AND value = 'rack-1'", ...RARE]);
    const values = await ask({ kind: 'metadataGroups', metadataKey: 'rare' }, days);
    const rare = runs.filter(isAt('rack-1'));
    const byValue = Object.fromEntries(values.map((row) => [row['Value'], row['Runs']]));
    expect(byValue).toEqual({ 'rack-1': rare.length, '(none)': runs.length - rare.length });
    await database.fill(["UPDATE run_metadata SET `key` = 'node' WHERE `key` = 'rare'", ...NOT_RARE]);
  });

  it('should follow the values over time', async () => {
    const rates = await ask({ kind: 'runFailureRateByMetadata', metadataKey: 'node' }, 30);
    expect(new Set(column(rates, 'metric'))).toEqual(new Set(NODES));
    const day = Number(rates[0]?.['time']) * 1e6 + DAY;
    const runs = RUNS.filter((run) => isAt('rack-1')(run) && run.atMicros >= day && run.atMicros < day + DAY);
    const at = (rows: readonly Row[]) =>
      rows.find((row) => row['metric'] === 'rack-1' && row['time'] === day / 1e6)?.['value'];
    expect(at(rates)).toBeCloseTo(runs.filter(isFailedRun).length / runs.length, 9);
    const times = await ask({ kind: 'runTimeByMetadata', metadataKey: 'node' }, 30);
    expect(at(times)).toBeCloseTo(total(runs.map(wallOf)) / runs.length, 6);
  });
});

describe('history', () => {
  it('should give every cell of the newest runs', async () => {
    const newest = runsOf(30).slice(-12);
    const rows = await ask({ kind: 'historyGrid', measure: 'all', runLimit: 12, limit: 100 }, 30);
    expect(rows).toHaveLength(testsIn(newest).length);
    for (const row of rows) {
      const run = newest.find((one) => runId(one.number) === row['run'])!;
      const test = run.tests.find((one) => one.test === row['test'])!;
      const word = { success: 'passed', fail: 'failed', skip: 'skipped', inprogress: 'unfinished' } as Record<
        string,
        string
      >;
      expect(row['outcome']).toBe(test.flaky ? 'flaky' : (word[test.status] ?? test.status));
      expect(row['message'] !== null).toBe(isFailed(test) || test.flaky);
      expect(row['attempts']).toBe(test.flaky ? 2 : 1);
    }
    const failing = await ask({ kind: 'historyGrid', runLimit: 12 }, 30);
    const bad = new Set(testsIn(newest, (test) => isFailed(test) || test.flaky).map((test) => test.test));
    expect(new Set(column(failing, 'test'))).toEqual(bad);
    expect(failing).toHaveLength(testsIn(newest, (test) => bad.has(test.test)).length);
    const few = await ask({ kind: 'historyGrid', runLimit: 12, limit: 2 }, 30);
    expect(new Set(column(few, 'test')).size).toBe(2);
  });

  it.each([1, 20])('should count outcomes by buckets of time in %d days', async (days) => {
    const runs = runsOf(days, { whole: days > 2 });
    const rows = await ask({ kind: 'historyGrid', columns: 'time', measure: 'all' }, days);
    const of = (status: string[]) => count(runs, (test) => status.includes(test.status));
    expect(add(rows, 'passed')).toBe(of(['success', 'xfail']));
    expect(add(rows, 'failed')).toBe(of(['fail', 'uxsuccess']));
    expect(add(rows, 'unfinished')).toBe(of(['inprogress']));
    expect(add(rows, 'skipped')).toBe(of(['skip']));
    expect(add(rows, 'flaky')).toBe(count(runs, (test) => test.flaky));
  });
});

describe('the service', () => {
  it('should say how old the newest run is', async () => {
    const last = runsOf(45, {}, (run) => run.job === 'unit').at(-1)!;
    const [row] = await ask({ kind: 'freshness', jobs: ['unit'] }, 1);
    expect(row?.['Newest run']).toBe(Math.floor(last.atMicros / 1e6) * 1000);
    expect(Math.abs(Number(row?.['Age']) - (END - last.atMicros) / 1e6)).toBeLessThan(1);
  });

  it('should add up uploads and list the damaged ones', async () => {
    const isBroken = (run: HistoryRun) => run.tests.some((test) => test.status === 'inprogress');
    for (const days of [5, 30]) {
      const runs = runsOf(days, { whole: days > 14 });
      const rows = await ask({ kind: 'serviceUploads' }, days);
      expect(add(rows, 'Uploads')).toBe(runs.length);
      expect(add(rows, 'Bytes of streams')).toBe(100 * testsIn(runs).length);
      expect(add(rows, 'Events')).toBe(2 * testsIn(runs).length);
      expect(add(rows, 'Damaged')).toBe(runs.filter(isBroken).length);
      expect(add(rows, 'Incomplete')).toBe(runs.filter(isBroken).length);
    }
    const broken = runsOf(30, {}, isBroken);
    const damage = await ask({ kind: 'serviceDamage' }, 30);
    expect(column(damage, 'run_key')).toEqual(broken.reverse().map((run) => runId(run.number)));
    expect(damage[0]).toMatchObject({ 'Damaged places': 1, Damage: 'Byte 7: bad_checksum' });
    expect(await ask({ kind: 'rollupLag' }, 1)).toEqual([{ 'Pending runs': 0, Lag: 0 }]);
  });

  it.each([3, 30])('should count refused uploads by reason in %d days', async (days) => {
    const from = Math.floor((END - days * DAY) / 3_600_000_000) * 3_600_000_000;
    const refused = RUNS.filter((run) => run.atMicros >= from).length;
    expect(add(await ask({ kind: 'serviceRefusals' }, days), 'value')).toBe(refused);
    const [row] = await ask({ kind: 'refusedUploads' }, days);
    expect(row).toMatchObject({ Reason: 'unauthorized', Refused: refused });
  });
});
