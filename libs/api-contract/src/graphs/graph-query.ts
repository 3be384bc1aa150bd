import { z } from 'zod';
import { countParameter, FILTER_PARAMETERS, TEST_PARAMETERS } from '../answers/answer-query';
import { MAX_GRAPH_LIMIT } from './graph-names';

const MAX_TEXT = 4000;
const text = z.string().max(MAX_TEXT, `expected at most ${MAX_TEXT} characters`);
const texts = z.array(text).max(MAX_GRAPH_LIMIT, `expected at most ${MAX_GRAPH_LIMIT} values`);

/** Of `GET /v1/graphs/{graph}`. */
export const graphQuerySchema = z.strictObject({
  test: texts.optional().meta({ description: 'Which test (failures, run_time) or tests (agg_count, test_run_time).' }),
  key: text.min(1, 'expected a metadata key').optional().meta({
    description: 'By which metadata key runs are grouped (run_failure_rate, run_time_meta, ci_time).',
  }),
  value: texts.optional().meta({ description: 'Only these values of the key.' }),
  ...FILTER_PARAMETERS,
  ...TEST_PARAMETERS,
  limit: countParameter({ min: 1, max: MAX_GRAPH_LIMIT })
    .optional()
    .meta({ description: `Tests or values, 1 to ${MAX_GRAPH_LIMIT}. Default: what is readable on a page.` }),
});

export type GraphQuery = z.output<typeof graphQuerySchema>;
