export {
  definitionOf,
  findDefinition,
  QUESTION_CATALOG,
  type QuestionDefinition,
  type QuestionKind,
} from './catalog/catalog';
export { type FilterName, type Option, QUESTION_GROUPS, type QuestionGroup } from './catalog/definition';
export { compileQuestion, type CompileOptions } from './compile/compile-question';
export { compileSavedQuestion } from './compile/compile-saved-question';
export {
  type Completion,
  COMPLETIONS,
  completionQuestion,
  type CompletionRequest,
} from './completion/completion-question';
export { describeQuestion } from './model/describe-question';
export { missingFilters } from './model/missing-filters';
export { parseQuestion } from './model/parse-question';
export { patternProblem, type PatternProblem } from './model/pattern-problem';
export {
  type HistoryColumns,
  type KeyList,
  type MetadataPair,
  type Question,
  type QuestionField,
  type SavedKeys,
  type SavedNumber,
  type SavedQuestion,
  type SavedTexts,
  type Status,
  STATUSES,
} from './model/question';
export { QuestionError, type QuestionErrorCode, type QuestionProblem } from './model/question-error';
export { type Replace, resolveQuestion } from './model/resolve-question';
export { DASHBOARD_SCOPE, type Format, type Query, type Scope } from './question';
export {
  ALL_KEYS,
  ALL_VALUES,
  type Choice,
  DASHBOARD_FILTER,
  type Dimension,
  DIMENSIONS,
  type RunFilter,
  variableLiteral,
} from './sql/filters';
export { inKeys, numberLiteral, prefixPattern, textLiteral } from './sql/literal';
export { FEW_RUNS } from './sql/outcome';
export { type TestFilter, type Tests } from './sql/tests';
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
export { metadataKeyOptions, metadataValueOptions } from './variables/metadata-options';
export { testOptions } from './variables/test-options';
export { failingInARowAlert } from './alerts/failing-in-a-row-alert';
export { jobFailureRateAlert } from './alerts/job-failure-rate-alert';
export { refusedUploadsAlert } from './alerts/refused-uploads-alert';
export { rollupLagAlert } from './alerts/rollup-lag-alert';
export { silentJobsAlert } from './alerts/silent-jobs-alert';
export { connectionProbe } from './service/connection-probe';
export { newestData } from './service/newest-data';
export { KNOWN_SCHEMA, schemaVersion } from './service/schema-version';
