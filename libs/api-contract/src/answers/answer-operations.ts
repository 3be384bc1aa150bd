import type { Operation } from '../operations';
import { rankedTestsQuerySchema } from './answer-query';
import { failingTestsSchema } from './failing-tests';

const PROBLEMS = [400, 404, 431, 500, 503];

/** What the service answers about jobs, tests and failures. */
export const ANSWER_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/tests/failing',
    id: 'failingTests',
    summary: 'List tests by how surely they fail',
    query: rankedTestsQuerySchema,
    replies: { 200: { description: 'A page of tests.', schema: failingTestsSchema } },
    problems: PROBLEMS,
  },
];
