import { failingTests } from '@testmetrics/answers';
import { failingTestsSchema, rankedTestsQuerySchema } from '@testmetrics/api-contract';
import type { ReadGate } from '../../stores/read-gate';
import { listRoute } from '../answer-route';
import type { AnswerRoutes } from '../answer-route';

/** Fixed paths stand before those with a test's name. */
export function testRoutes(reads: ReadGate): AnswerRoutes {
  return {
    '/v1/tests/failing': listRoute(reads, {
      query: rankedTestsQuerySchema,
      reply: failingTestsSchema,
      answer: failingTests,
    }),
  };
}
