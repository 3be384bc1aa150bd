import { fewTests } from '../sql/tests';
import { testRuns } from '../tests/test-runs';
import { testSummary } from '../tests/test-summary';
import { type DefinitionShape, SCOPE_FILTERS, TEST_FILTERS } from './definition';

const EXAMPLE = { testSearch: 'test_server_basic_ops' } as const;

/** What is on record about one test, or a few: its summary and each of its runs. */
export const TEST_RECORD_KINDS = [
  {
    kind: 'testSummary',
    label: 'Summary of a test',
    answers: 'What did a test ever do, and when was it first and last seen?',
    group: 'One test',
    format: 'table',
    filters: TEST_FILTERS,
    required: ['tests'],
    columns: [
      'Test',
      'test_key',
      'Passed',
      'Failed',
      'Runs',
      'Mean duration',
      'Jobs',
      'First seen',
      'Last seen',
      'Last passed',
      'Last failed',
    ],
    defaultLimit: 100,
    maxLimit: 100,
    example: EXAMPLE,
    compile: ({ tests }) => testSummary(fewTests(tests)),
  },
  {
    kind: 'testRuns',
    label: 'Runs of a test',
    answers: 'How did each run of a test end, the newest first?',
    group: 'One test',
    format: 'table',
    filters: [...TEST_FILTERS, ...SCOPE_FILTERS],
    required: ['tests'],
    columns: [
      'time',
      'Test',
      'test_key',
      'run_key',
      'Job',
      'job_key',
      'Branch',
      'Status',
      'Outcome',
      'Duration',
      'Attempts',
      'Message',
    ],
    paged: true,
    defaultLimit: 100,
    maxLimit: 1000,
    example: EXAMPLE,
    compile: ({ scope, tests, limit, after }) => testRuns(scope, fewTests(tests), limit, after),
  },
] as const satisfies readonly DefinitionShape[];
