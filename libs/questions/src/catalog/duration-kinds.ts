import { durationDistribution } from '../durations/duration-distribution';
import { durationPercentiles } from '../durations/duration-percentiles';
import { runTimeTrend } from '../runs/run-time-trend';
import { timeByJob } from '../runs/time-by-job';
import { timeSpentOverTime } from '../runs/time-spent-over-time';
import { fewTests, hasTests } from '../sql/tests';
import { testTimings } from '../tests/test-timings';
import { type DefinitionShape, RUN_FILTERS, SCOPE_FILTERS, TEST_FILTERS } from './definition';

/** Questions about where the time goes. */
export const DURATION_KINDS = [
  {
    kind: 'timeByJob',
    label: 'Time in tests by job',
    answers: 'The tests of which jobs take most time?',
    group: 'Durations',
    format: 'table',
    filters: SCOPE_FILTERS,
    columns: ['Job', 'In tests'],
    defaultLimit: 10,
    maxLimit: 1000,
    example: {},
    compile: ({ scope, limit }) => timeByJob(scope, limit),
  },
  {
    kind: 'timeSpentOverTime',
    label: 'Time spent over time',
    answers: 'How much time was spent in tests and on the clock, over time?',
    group: 'Durations',
    format: 'time_series',
    filters: SCOPE_FILTERS,
    columns: ['time', 'In tests', 'On the clock'],
    defaultLimit: 2000,
    maxLimit: 2000,
    example: {},
    compile: ({ scope }) => timeSpentOverTime(scope),
  },
  {
    kind: 'runTimeTrend',
    label: 'Run time, run by run',
    answers: 'How long did each run take, and what is the rolling mean of ten?',
    group: 'Durations',
    format: 'time_series',
    filters: SCOPE_FILTERS,
    columns: ['time', 'Run time', 'Rolling mean'],
    defaultLimit: 2000,
    maxLimit: 2000,
    example: {},
    compile: ({ scope }) => runTimeTrend(scope),
  },
  {
    kind: 'durationDistribution',
    label: 'Distribution of durations',
    answers: 'How many runs, or passes of the chosen tests, took how long?',
    group: 'Durations',
    format: 'table',
    filters: [...SCOPE_FILTERS, ...TEST_FILTERS, 'measure'],
    measures: [
      { value: 'chosen', label: 'Of the chosen tests, else of runs' },
      { value: 'tests', label: 'Of the chosen tests only' },
    ],
    columns: ['Duration', 'Runs', 'Share', 'From', 'To'],
    defaultLimit: 128,
    maxLimit: 128,
    example: {},
    compile: ({ scope, tests, measure }) =>
      durationDistribution(scope, measure === 'tests' || hasTests(tests) ? fewTests(tests) : undefined),
  },
  {
    kind: 'durationPercentiles',
    label: 'Median and 95th percentile over time',
    answers: 'How long do runs, or passes of the chosen tests, take typically and at worst, over time?',
    group: 'Durations',
    format: 'time_series',
    filters: [...SCOPE_FILTERS, ...TEST_FILTERS, 'measure'],
    measures: [
      { value: 'chosen', label: 'Of the chosen tests, else of runs' },
      { value: 'tests', label: 'Of the chosen tests only' },
    ],
    columns: ['time', 'Median', '95th percentile', 'Runs'],
    defaultLimit: 2000,
    maxLimit: 2000,
    example: {},
    compile: ({ scope, tests, measure }) =>
      durationPercentiles(scope, measure === 'tests' || hasTests(tests) ? fewTests(tests) : undefined),
  },
  {
    kind: 'testTimings',
    label: 'Newest durations of tests',
    answers: 'How long did each test take in its newest runs, packed as docs/schema.md says of tm_test_timings?',
    group: 'Durations',
    format: 'table',
    filters: RUN_FILTERS,
    columns: ['Test', 'test_key', 'Attributes', 'Last seen', 'recent'],
    defaultLimit: 1000,
    maxLimit: 100_001,
    example: { jobs: ['tempest-full'] },
    compile: ({ scope, limit }) => testTimings(scope, limit),
  },
] as const satisfies readonly DefinitionShape[];
