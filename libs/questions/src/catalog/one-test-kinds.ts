import { fewTests } from '../sql/tests';
import { testAttempts } from '../tests/test-attempts';
import { testByJob } from '../tests/test-by-job';
import { testDurationByJob } from '../tests/test-duration-by-job';
import { testFailureRateByJob } from '../tests/test-failure-rate-by-job';
import { testFailures } from '../tests/test-failures';
import { testOutcomeTotals } from '../tests/test-outcome-totals';
import { testOutcomesOverTime } from '../tests/test-outcomes-over-time';
import { TEST_STATS, testStat } from '../tests/test-stat';
import { testTracebacks } from '../tests/test-tracebacks';
import { oneOf } from './one-of';
import { type DefinitionShape, RUN_FILTERS, TEST_FILTERS } from './definition';

const FILTERS = [...TEST_FILTERS, ...RUN_FILTERS] as const;
const EXAMPLE = { testSearch: 'test_server_basic_ops' } as const;

/** Questions about one test, or a few; see `fewTests`. */
export const ONE_TEST_KINDS = [
  {
    kind: 'testOutcomesOverTime',
    label: 'Outcomes of a test over time',
    answers: 'How often did a test pass, fail, get skipped and flake, over time?',
    group: 'One test',
    format: 'time_series',
    filters: FILTERS,
    required: ['tests'],
    columns: ['time', 'Passed', 'Failed', 'Skipped', 'Flaky'],
    defaultLimit: 2000,
    maxLimit: 2000,
    example: EXAMPLE,
    compile: ({ scope, tests }) => testOutcomesOverTime(scope, fewTests(tests)),
  },
  {
    kind: 'testOutcomeTotals',
    label: 'Outcomes of a test',
    answers: 'How often did a test have each outcome?',
    group: 'One test',
    format: 'table',
    filters: FILTERS,
    required: ['tests'],
    columns: ['Passed', 'Failed', 'Skipped', 'Flaky'],
    defaultLimit: 1,
    maxLimit: 1,
    example: EXAMPLE,
    compile: ({ scope, tests }) => testOutcomeTotals(scope, fewTests(tests)),
  },
  {
    kind: 'testStat',
    label: 'One figure about a test',
    answers: 'How often did a test run, fail or flake, or how long does it take, as one number?',
    group: 'One test',
    format: 'table',
    filters: [...FILTERS, 'measure'],
    required: ['tests'],
    measures: [
      { value: 'runs', label: 'Runs' },
      { value: 'failure_rate', label: 'Failure rate' },
      { value: 'flake_rate', label: 'Flake rate' },
      { value: 'mean_duration', label: 'Mean duration' },
    ],
    columns: ['label', 'value'],
    defaultLimit: 1,
    maxLimit: 1,
    example: { ...EXAMPLE, measure: 'failure_rate' },
    compile: ({ scope, tests, measure }) => testStat(scope, fewTests(tests), oneOf(TEST_STATS, measure)),
  },
  {
    kind: 'testByJob',
    label: 'A test by job and branch',
    answers: 'In which jobs and on which branches does a test fail?',
    group: 'One test',
    format: 'table',
    filters: FILTERS,
    required: ['tests'],
    columns: [
      ...['Test', 'test_key', 'Job', 'job_key', 'Branch', 'Failed', 'Runs', 'Failure rate', 'Flaky', 'Mean duration'],
      ...['Fails in a row', 'Last runs', 'Last seen', 'Note'],
    ],
    defaultLimit: 100,
    maxLimit: 1000,
    example: EXAMPLE,
    compile: ({ scope, tests, limit }) => testByJob(scope, fewTests(tests), limit),
  },
  {
    kind: 'testDurationByJob',
    label: 'Duration of a test by job over time',
    answers: 'How long do the passes of a test take in each job, over time?',
    group: 'One test',
    format: 'time_series',
    filters: FILTERS,
    required: ['tests'],
    columns: ['time', 'metric', 'value'],
    defaultLimit: 10_000,
    maxLimit: 10_000,
    example: EXAMPLE,
    compile: ({ scope, tests }) => testDurationByJob(scope, fewTests(tests)),
  },
  {
    kind: 'testFailureRateByJob',
    label: 'Failure rate of a test by job over time',
    answers: 'Which share of the runs of a test fails in each job, over time?',
    group: 'One test',
    format: 'time_series',
    filters: FILTERS,
    required: ['tests'],
    columns: ['time', 'metric', 'value'],
    defaultLimit: 10_000,
    maxLimit: 10_000,
    example: EXAMPLE,
    compile: ({ scope, tests }) => testFailureRateByJob(scope, fewTests(tests)),
  },
  {
    kind: 'testFailures',
    label: 'Failures of a test',
    answers: 'When did a test fail last, with which message and traceback?',
    group: 'One test',
    format: 'table',
    filters: FILTERS,
    required: ['tests'],
    columns: ['time', 'Job', 'job_key', 'Branch', 'Outcome', 'Message', 'Traceback', 'Logs'],
    defaultLimit: 25,
    maxLimit: 200,
    example: EXAMPLE,
    compile: ({ scope, tests, limit }) => testFailures(scope, fewTests(tests), limit),
  },
  {
    kind: 'testTracebacks',
    label: 'Tracebacks of a test',
    answers: 'What do the tracebacks of the newest failures of a test say in full?',
    group: 'One test',
    format: 'table',
    filters: FILTERS,
    required: ['tests'],
    columns: ['time', 'Job', 'Traceback'],
    defaultLimit: 3,
    maxLimit: 50,
    example: EXAMPLE,
    compile: ({ scope, tests, limit }) => testTracebacks(scope, fewTests(tests), limit),
  },
  {
    kind: 'testAttempts',
    label: 'Attempts of a test',
    answers: 'In which runs was a test tried again, and how did each attempt end?',
    group: 'One test',
    format: 'table',
    filters: FILTERS,
    required: ['tests'],
    columns: ['time', 'Job', 'Outcome', 'Attempts', 'Statuses', 'Seconds'],
    defaultLimit: 25,
    maxLimit: 200,
    example: EXAMPLE,
    compile: ({ scope, tests, limit }) => testAttempts(scope, fewTests(tests), limit),
  },
] as const satisfies readonly DefinitionShape[];
