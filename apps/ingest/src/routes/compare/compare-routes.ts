import { compareTwoRuns } from '@testmetrics/answers';
import { compareRunsQuerySchema, comparisonSchema } from '@testmetrics/api-contract';
import type { ReadGate } from '../../stores/read-gate';
import { listRoute } from '../answer-route';
import type { AnswerRoutes } from '../answer-route';

/** Two runs side by side. */
export function compareRoutes(reads: ReadGate): AnswerRoutes {
  return {
    '/v1/runs/:a/compare/:b': listRoute(reads, {
      query: compareRunsQuerySchema,
      reply: comparisonSchema,
      answer: (asker, query, nameOf) => compareTwoRuns(asker, nameOf('a'), nameOf('b'), query),
    }),
  };
}
