import {
  failingTests,
  flakyTests,
  listTests,
  neverFailingTests,
  oneTest,
  slowestTests,
  testHistory,
} from '@testmetrics/answers';
import {
  failingTestsSchema,
  flakyTestsSchema,
  listQuerySchema,
  listTestsQuerySchema,
  neverFailingQuerySchema,
  neverFailingTestsSchema,
  rankedTestsQuerySchema,
  slowTestsSchema,
  testHistorySchema,
  testListSchema,
  testQuerySchema,
} from '@testmetrics/api-contract';
import type { ReadGate } from '../../stores/read-gate';
import { listRoute, objectRoute } from '../answer-route';
import type { AnswerRoutes } from '../answer-route';

/** Fixed paths stand before those with a test's name: a test called `failing` is reached by its number. */
export function testRoutes(reads: ReadGate): AnswerRoutes {
  const ranked = { query: rankedTestsQuerySchema, takesMetadata: true } as const;
  return {
    '/v1/tests': listRoute(reads, {
      query: listTestsQuerySchema,
      takesMetadata: true,
      reply: testListSchema,
      answer: listTests,
    }),
    '/v1/tests/failing': listRoute(reads, { ...ranked, reply: failingTestsSchema, answer: failingTests }),
    '/v1/tests/flaky': listRoute(reads, { ...ranked, reply: flakyTestsSchema, answer: flakyTests }),
    '/v1/tests/slowest': listRoute(reads, { ...ranked, reply: slowTestsSchema, answer: slowestTests }),
    '/v1/tests/never-failing': listRoute(reads, {
      query: neverFailingQuerySchema,
      takesMetadata: true,
      reply: neverFailingTestsSchema,
      answer: neverFailingTests,
    }),
    '/v1/tests/:id': objectRoute(reads, {
      query: testQuerySchema,
      takesMetadata: true,
      answer: (asker, query, nameOf) => oneTest(asker, nameOf('id'), query),
    }),
    '/v1/tests/:id/history': listRoute(reads, {
      query: listQuerySchema,
      takesMetadata: true,
      reply: testHistorySchema,
      answer: (asker, query, nameOf) => testHistory(asker, nameOf('id'), query),
    }),
  };
}
