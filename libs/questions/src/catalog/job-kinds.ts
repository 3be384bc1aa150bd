import { JOB_MEASURES, jobTrend } from '../runs/job-trend';
import { jobs } from '../runs/jobs';
import { jobsAgainstUsual } from '../runs/jobs-against-usual';
import { quietJobs } from '../runs/quiet-jobs';
import { type DefinitionShape, RUN_FILTERS, SCOPE_FILTERS } from './definition';
import { oneOf } from './one-of';

/** Questions about jobs: how each of them does. */
export const JOB_KINDS = [
  {
    kind: 'jobs',
    label: 'Jobs',
    answers: 'Which jobs ran, and how surely does each of them fail?',
    group: 'Jobs and runs',
    format: 'table',
    filters: SCOPE_FILTERS,
    columns: [
      'Job',
      'job_key',
      'Runs',
      'Failed',
      'Failure rate',
      'At least',
      'Tests run',
      'In tests',
      'Mean run time',
      'Note',
    ],
    defaultLimit: 200,
    maxLimit: 1000,
    example: {},
    compile: ({ scope, limit }) => jobs(scope, limit),
  },
  {
    kind: 'jobTrend',
    label: 'Trend of jobs',
    answers: 'How does one figure of each job develop over time?',
    group: 'Jobs and runs',
    format: 'time_series',
    filters: [...SCOPE_FILTERS, 'measure'],
    measures: [
      { value: 'failure_rate', label: 'Failure rate' },
      { value: 'runs', label: 'Runs' },
      { value: 'failed_runs', label: 'Failed runs' },
      { value: 'run_time', label: 'Mean run time' },
      { value: 'tests', label: 'Tests run' },
      { value: 'failed_tests', label: 'Failed tests' },
      { value: 'test_failure_rate', label: 'Test failure rate' },
      { value: 'test_time', label: 'Time in tests' },
    ],
    columns: ['time', 'metric', 'value'],
    defaultLimit: 10000,
    maxLimit: 50000,
    example: { measure: 'failure_rate' },
    compile: ({ scope, measure, limit }) => jobTrend(scope, oneOf(JOB_MEASURES, measure), limit),
  },
  {
    kind: 'jobsAgainstUsual',
    label: 'Jobs that fail more than usual',
    answers: 'Which jobs fail more in the range than in the four weeks before it?',
    group: 'Jobs and runs',
    format: 'table',
    filters: [...RUN_FILTERS, 'minRuns'],
    defaultMinRuns: 1,
    columns: ['Job', 'job_key', 'Failed', 'Runs', 'Failure rate', 'Usual rate', 'Usual runs', 'Surely above', 'Note'],
    defaultLimit: 50,
    maxLimit: 1000,
    example: {},
    compile: ({ scope, limit, minRuns }) => jobsAgainstUsual(scope, limit, minRuns),
  },
  {
    kind: 'quietJobs',
    label: 'Quiet jobs',
    answers: 'Which jobs that normally run have not run for long?',
    group: 'Jobs and runs',
    format: 'table',
    filters: RUN_FILTERS,
    columns: ['Job', 'job_key', 'Newest run', 'Silent for', 'Usual gap', 'Gaps missed', 'Runs in 28 days'],
    defaultLimit: 50,
    maxLimit: 1000,
    example: {},
    compile: ({ scope, limit }) => quietJobs(scope, limit),
  },
] as const satisfies readonly DefinitionShape[];
