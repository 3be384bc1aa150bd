export { DASHBOARD_SCOPE, type Format, type Query, type Scope } from './question';
export {
  ALL_KEYS,
  type Choice,
  DASHBOARD_FILTER,
  type Dimension,
  DIMENSIONS,
  type RunFilter,
  variableLiteral,
} from './sql/filters';
export { inKeys, numberLiteral, prefixPattern, textLiteral } from './sql/literal';
export { FEW_RUNS } from './sql/outcome';
export { GRAFANA_RANGE, literalRange, RUN_BY_RUN_DAYS, TEST_BY_TEST_DAYS, type TimeRange } from './sql/time-range';
export { jobs } from './runs/jobs';
export { recentRuns } from './runs/recent-runs';
export { runFailureRateOverTime } from './runs/run-failure-rate-over-time';
export { type RunStat, RUN_STATS, runStat } from './runs/run-stat';
export { runTimeTrend } from './runs/run-time-trend';
export { runsOverTime } from './runs/runs-over-time';
export { sampleData } from './runs/sample-data';
export { testsOverTime } from './runs/tests-over-time';
export { timeByJob } from './runs/time-by-job';
export { timeSpentOverTime } from './runs/time-spent-over-time';
export { failingTests } from './tests/failing-tests';
export { flakyTests } from './tests/flaky-tests';
export { slowestTests } from './tests/slowest-tests';
export { testAttempts } from './tests/test-attempts';
export { testByJob } from './tests/test-by-job';
export { testDurationByJob } from './tests/test-duration-by-job';
export { testFailureRateByJob } from './tests/test-failure-rate-by-job';
export { testFailures } from './tests/test-failures';
export { testName } from './tests/test-name';
export { testOutcomesOverTime } from './tests/test-outcomes-over-time';
export { testOutcomeTotals } from './tests/test-outcome-totals';
export { testTracebacks } from './tests/test-tracebacks';
export { type TestStat, TEST_STATS, testStat } from './tests/test-stat';
export { dimensionOptions } from './variables/dimension-options';
export { testOptions } from './variables/test-options';
