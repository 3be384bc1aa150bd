import type { Operation } from '../operations';
import { graphSchema } from './graph';
import { GRAPH_NAMES } from './graph-names';
import { graphQuerySchema } from './graph-query';

/** What `testmetrics graph` draws. */
export const GRAPH_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/graphs/{graph}',
    id: 'graph',
    summary: 'Give the numbers that a graph of subunit2sql-graph draws; `testmetrics graph` draws them',
    pathParameters: { graph: `One of ${GRAPH_NAMES.join(', ')}.` },
    query: graphQuerySchema,
    takesMetadata: true,
    replies: { 200: { description: 'The numbers.', schema: graphSchema } },
    problems: [400, 404, 406, 431, 500, 503],
  },
];
