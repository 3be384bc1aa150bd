import { compareCounts } from '../compare/compare-counts';
import { COMPARE_MEASURES, compareRuns } from '../compare/compare-runs';
import { HISTORY_MEASURES, historyGrid } from '../history/history-grid';
import { historyOverTime } from '../history/history-over-time';
import { metadataGroups } from '../metadata/metadata-groups';
import { metadataKeys } from '../metadata/metadata-keys';
import { runFailureRateByMetadata, runTimeByMetadata } from '../metadata/metadata-trends';
import { type DefinitionShape, SCOPE_FILTERS, TEST_FILTERS } from './definition';
import { oneOf } from './one-of';

const EXAMPLE = {
  runs: ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'],
} as const;

/** Questions about two runs, about metadata, and about many tests in many runs. */
export const OTHER_KINDS = [
  {
    kind: 'compareRuns',
    label: 'Two runs compared',
    answers: 'Which tests fail, pass, run or take longer in the second run than in the first?',
    group: 'Two runs',
    format: 'table',
    filters: ['runs', ...TEST_FILTERS, 'measure', 'page'],
    required: ['runs'],
    measures: [
      { value: 'changed', label: 'What changed' },
      { value: 'outcome', label: 'Other outcomes' },
      { value: 'failing', label: 'Failing before or after' },
      { value: 'duration', label: 'Slower and faster' },
      { value: 'all', label: 'All tests' },
    ],
    columns: ['Test', 'test_key', 'Change', 'Before', 'After', 'Seconds before', 'Seconds after', 'Difference'],
    paged: true,
    defaultLimit: 500,
    maxLimit: 10000,
    example: EXAMPLE,
    compile: ({ runs, measure, tests, limit, offset, after }) =>
      compareRuns(runs[0], runs[1], { measure: oneOf(COMPARE_MEASURES, measure), tests, limit, offset, behind: after }),
  },
  {
    kind: 'compareCounts',
    label: 'Two runs compared, in numbers',
    answers: 'How many tests changed from the first run to the second, and how?',
    group: 'Two runs',
    format: 'table',
    filters: ['runs'],
    required: ['runs'],
    columns: ['Change', 'Tests', 'Difference'],
    defaultLimit: 10,
    maxLimit: 10,
    example: EXAMPLE,
    compile: ({ runs }) => compareCounts(runs[0], runs[1]),
  },
  {
    kind: 'metadataGroups',
    label: 'Runs by metadata value',
    answers: 'How surely do runs fail, by the values of a metadata key?',
    group: 'Metadata',
    format: 'table',
    filters: [...SCOPE_FILTERS, 'metadataKey'],
    columns: [
      'Value',
      'Jobs',
      'Runs',
      'Failed',
      'Failure rate',
      'At least',
      'Tests run',
      'Mean run time',
      'Newest run',
      'Note',
    ],
    paged: true,
    defaultLimit: 200,
    maxLimit: 1000,
    example: { metadataKey: 'node_provider' },
    compile: ({ scope, metadataKey, limit, after }) => metadataGroups(scope, metadataKey, limit, after),
  },
  {
    kind: 'metadataKeys',
    label: 'Metadata keys',
    answers: 'Which metadata keys do the newest 5,000 runs carry, and how many of them?',
    group: 'Metadata',
    format: 'table',
    filters: SCOPE_FILTERS,
    columns: ['Key', 'Runs', 'Values', 'Newest run'],
    paged: true,
    defaultLimit: 200,
    maxLimit: 1000,
    example: {},
    compile: ({ scope, limit, after }) => metadataKeys(scope, limit, after),
  },
  {
    kind: 'runTimeByMetadata',
    label: 'Run time by metadata value over time',
    answers: 'How long do runs take, by the values of a metadata key, over time?',
    group: 'Metadata',
    format: 'time_series',
    filters: [...SCOPE_FILTERS, 'metadataKey'],
    columns: ['time', 'metric', 'value'],
    defaultLimit: 10000,
    maxLimit: 50000,
    example: { metadataKey: 'node_provider' },
    compile: ({ scope, metadataKey, limit }) => runTimeByMetadata(scope, metadataKey, limit),
  },
  {
    kind: 'runFailureRateByMetadata',
    label: 'Run failure rate by metadata value over time',
    answers: 'Which share of the runs fails, by the values of a metadata key, over time?',
    group: 'Metadata',
    format: 'time_series',
    filters: [...SCOPE_FILTERS, 'metadataKey'],
    columns: ['time', 'metric', 'value'],
    defaultLimit: 10000,
    maxLimit: 50000,
    example: { metadataKey: 'node_provider' },
    compile: ({ scope, metadataKey, limit }) => runFailureRateByMetadata(scope, metadataKey, limit),
  },
  {
    kind: 'historyGrid',
    label: 'History of tests',
    answers: 'How did many tests end in many runs, or in many stretches of time, cell by cell?',
    group: 'History',
    format: 'table',
    filters: [...SCOPE_FILTERS, ...TEST_FILTERS, 'measure', 'columns', 'runLimit'],
    measures: [
      { value: 'failing', label: 'Tests that failed' },
      { value: 'all', label: 'All tests' },
    ],
    columns: ['test', 'test_key', 'run', 'time', 'job', 'outcome', 'seconds', 'attempts', 'message'],
    defaultLimit: 100,
    maxLimit: 10000,
    example: { measure: 'failing', columns: 'runs' },
    compile: ({ scope, tests, measure, limit, columns, runLimit }) =>
      columns === 'time'
        ? historyOverTime(scope, { measure: oneOf(HISTORY_MEASURES, measure), tests, limit })
        : historyGrid(scope, { measure: oneOf(HISTORY_MEASURES, measure), tests, limit, runs: runLimit }),
  },
] as const satisfies readonly DefinitionShape[];
