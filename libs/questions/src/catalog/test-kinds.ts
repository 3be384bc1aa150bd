import { failingTests } from '../tests/failing-tests';
import { flakyTests } from '../tests/flaky-tests';
import { slowestTests } from '../tests/slowest-tests';
import { type DefinitionShape, RUN_FILTERS } from './definition';

/** Lists of tests. */
export const TEST_KINDS = [
  {
    kind: 'failingTests',
    label: 'Failing tests',
    answers: 'Which tests fail most surely?',
    group: 'Tests',
    format: 'table',
    filters: RUN_FILTERS,
    columns: ['Test', 'test_key', 'Job', 'Failed', 'Runs', 'Failure rate', 'At least', 'Last failed', 'Note'],
    defaultLimit: 25,
    maxLimit: 100,
    example: { branches: ['master'] },
    compile: ({ scope, limit }) => failingTests(scope, limit),
  },
  {
    kind: 'flakyTests',
    label: 'Flaky tests',
    answers: 'Which tests both failed and passed within one run?',
    group: 'Tests',
    format: 'table',
    filters: RUN_FILTERS,
    columns: ['Test', 'test_key', 'Job', 'Flaky', 'Runs', 'Flake rate', 'At least', 'Last flaky', 'Note'],
    defaultLimit: 25,
    maxLimit: 100,
    example: {},
    compile: ({ scope, limit }) => flakyTests(scope, limit),
  },
  {
    kind: 'slowestTests',
    label: 'Slowest tests',
    answers: 'Which tests take longest on average?',
    group: 'Tests',
    format: 'table',
    filters: RUN_FILTERS,
    columns: ['Test', 'test_key', 'Mean', 'Passes', 'Total', 'Note'],
    defaultLimit: 25,
    maxLimit: 1000,
    example: {},
    compile: ({ scope, limit }) => slowestTests(scope, limit),
  },
] as const satisfies readonly DefinitionShape[];
