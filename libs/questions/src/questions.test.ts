import * as questions from './index';

const { DASHBOARD_SCOPE: SCOPE, variableLiteral } = questions;
const KEY = variableLiteral('test');

const QUERIES = {
  jobs: questions.jobs(SCOPE),
  recentRuns: questions.recentRuns(SCOPE),
  runFailureRateOverTime: questions.runFailureRateOverTime(SCOPE),
  runStat: questions.runStat(SCOPE, 'run_failure_rate'),
  runTimeTrend: questions.runTimeTrend(SCOPE),
  runsOverTime: questions.runsOverTime(SCOPE),
  sampleData: questions.sampleData(SCOPE),
  testsOverTime: questions.testsOverTime(SCOPE),
  timeByJob: questions.timeByJob(SCOPE),
  timeSpentOverTime: questions.timeSpentOverTime(SCOPE),
  failingTests: questions.failingTests(SCOPE),
  flakyTests: questions.flakyTests(SCOPE),
  slowestTests: questions.slowestTests(SCOPE),
  testAttempts: questions.testAttempts(SCOPE, KEY),
  testByJob: questions.testByJob(SCOPE, KEY),
  testDurationByJob: questions.testDurationByJob(SCOPE, KEY),
  testFailureRateByJob: questions.testFailureRateByJob(SCOPE, KEY),
  testFailures: questions.testFailures(SCOPE, KEY),
  testOutcomeTotals: questions.testOutcomeTotals(SCOPE, KEY),
  testOutcomesOverTime: questions.testOutcomesOverTime(SCOPE, KEY),
  testTracebacks: questions.testTracebacks(SCOPE, KEY),
  testStat: questions.testStat(SCOPE, KEY, 'failure_rate'),
};

/** Questions about single test runs: of the tests that a list or a variable names, in a short range. */
const MAY_READ_TEST_RUNS = /^(test|failingTests|flakyTests)/;

describe.each(Object.entries(QUERIES))('%s()', (name, { sql }) => {
  it('should have a limit and a range', () => {
    expect(sql).toMatch(/LIMIT \d+$/);
    expect(sql).toContain('$__timeFrom()');
    expect(sql).toContain('$__timeTo()');
  });

  it('should be one statement without comments', () => {
    expect(sql).not.toMatch(/;|--|\/\*|#/);
  });

  it('should narrow by the three variables of a dashboard', () => {
    for (const variable of ['project', 'job', 'branch']) expect(sql).toContain(`\${${variable}:csv}`);
  });

  it('should read test_runs only for few tests', () => {
    if (/\btest_runs\b/.test(sql)) expect(name).toMatch(MAY_READ_TEST_RUNS);
  });

  it('should qualify every column of a table', () => {
    for (const column of ['run_at', 'job_id', 'test_id', 'run_id', 'day', 'name', 'status']) {
      expect(sql).not.toMatch(new RegExp(`(?<![.\\w\`]|AS )${column}\\b(?! AS)`));
    }
  });
});

describe('names in dashboards', () => {
  it('should show runs without a job as "(none)"', () => {
    expect(QUERIES.jobs.sql).toContain("IF(j.name = '', '(none)', j.name) AS `Job`");
    expect(questions.dimensionOptions('branch', {}).sql).toContain(
      "IF(n.name = '', '(none)', n.name) AS __text, n.id AS __value",
    );
  });
});
