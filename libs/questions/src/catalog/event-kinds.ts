import { failedRuns } from '../events/failed-runs';
import { firstFailures } from '../events/first-failures';
import { GAPS, missingData } from '../events/missing-data';
import { fewTests } from '../sql/tests';
import { type DefinitionShape, RUN_FILTERS, TEST_FILTERS } from './definition';

const COLUMNS = ['time', 'timeend', 'title', 'text', 'tags'] as const;

/** Moments and stretches of time that are worth a mark on a chart: what annotations ask. */
export const EVENT_KINDS = [
  {
    kind: 'failedRuns',
    label: 'Failed runs',
    answers: 'When did runs fail?',
    group: 'Events',
    format: 'table',
    filters: RUN_FILTERS,
    columns: [...COLUMNS, 'run_key'],
    defaultLimit: 100,
    maxLimit: 1000,
    example: {},
    compile: ({ scope, limit }) => failedRuns(scope, limit),
  },
  {
    kind: 'firstFailures',
    label: 'First failures of a test',
    answers: 'When did a test begin to fail, after a run in which it had not?',
    group: 'Events',
    format: 'table',
    filters: [...TEST_FILTERS, ...RUN_FILTERS],
    required: ['tests'],
    columns: ['time', 'title', 'text', 'tags', 'run_key', 'test_key'],
    defaultLimit: 100,
    maxLimit: 1000,
    example: { testSearch: 'test_server_basic_ops' },
    compile: ({ scope, tests, limit }) => firstFailures(scope, fewTests(tests), limit),
  },
  {
    kind: 'missingData',
    label: 'Missing data',
    answers: 'When did no run come for a long time?',
    group: 'Events',
    format: 'table',
    filters: [...RUN_FILTERS, 'measure'],
    measures: [GAPS[1], GAPS[0], GAPS[2], GAPS[3]].map(({ value, label }) => ({ value, label })),
    columns: COLUMNS,
    defaultLimit: 100,
    maxLimit: 1000,
    example: {},
    compile: ({ scope, measure, limit }) => missingData(scope, measure, limit),
  },
] as const satisfies readonly DefinitionShape[];
