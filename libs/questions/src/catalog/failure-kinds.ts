import { failureGroups } from '../failures/failure-groups';
import { latestFailures } from '../failures/latest-failures';
import { newlyFailingTests } from '../failures/newly-failing-tests';
import { failingInARow } from '../tests/failing-in-a-row';
import { type DefinitionShape, RUN_FILTERS, SCOPE_FILTERS, TEST_FILTERS } from './definition';

/** Questions about what goes wrong. */
export const FAILURE_KINDS = [
  {
    kind: 'latestFailures',
    label: 'Latest failures',
    answers: 'Which tests failed last, over all jobs, and with which message?',
    group: 'Failures',
    format: 'table',
    filters: [...SCOPE_FILTERS, ...TEST_FILTERS, 'statuses'],
    columns: ['time', 'Test', 'test_key', 'Job', 'job_key', 'Branch', 'Outcome', 'Message', 'run_key', 'Logs'],
    defaultLimit: 100,
    maxLimit: 1000,
    example: {},
    compile: ({ scope, limit, tests, statuses }) => latestFailures(scope, limit, { tests, statuses }),
  },
  {
    kind: 'failureGroups',
    label: 'Failures by message',
    answers: 'Which messages do the newest 5,000 failures have in common?',
    group: 'Failures',
    format: 'table',
    filters: [...SCOPE_FILTERS, ...TEST_FILTERS, 'statuses'],
    columns: ['Message', 'Failures', 'Tests', 'Runs', 'Job', 'First', 'Last', 'Example', 'test_key', 'run_key'],
    defaultLimit: 50,
    maxLimit: 1000,
    example: {},
    compile: ({ scope, limit, tests, statuses }) => failureGroups(scope, limit, { tests, statuses }),
  },
  {
    kind: 'failingInARow',
    label: 'Tests that fail in a row',
    answers: 'Which tests failed in each of their last runs of a job on a branch?',
    group: 'Failures',
    format: 'table',
    filters: [...RUN_FILTERS, ...TEST_FILTERS, 'minRuns'],
    defaultMinRuns: 3,
    columns: [
      'Test',
      'test_key',
      'Job',
      'job_key',
      'Branch',
      'branch_key',
      'Fails in a row',
      'Last passed',
      'Last failed',
      'Message',
      'run_key',
    ],
    defaultLimit: 50,
    maxLimit: 1000,
    example: { branches: ['master'], minRuns: 3 },
    compile: ({ scope, limit, tests, minRuns }) => failingInARow(scope, limit, minRuns, tests),
  },
  {
    kind: 'newlyFailingTests',
    label: 'Newly failing tests',
    answers: 'Which tests fail in the range that had not failed in the 90 days before it?',
    group: 'Failures',
    format: 'table',
    filters: [...SCOPE_FILTERS, ...TEST_FILTERS],
    columns: ['time', 'Test', 'test_key', 'Job', 'job_key', 'Branch', 'Message', 'Failures since', 'run_key'],
    defaultLimit: 100,
    maxLimit: 1000,
    example: {},
    compile: ({ scope, limit, tests }) => newlyFailingTests(scope, limit, tests),
  },
] as const satisfies readonly DefinitionShape[];
