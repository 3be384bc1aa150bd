import { graphOf } from '@testmetrics/answers';
import { graphQuerySchema } from '@testmetrics/api-contract';
import type { ReadGate } from '../../stores/read-gate';
import { objectRoute } from '../answer-route';
import type { AnswerRoutes } from '../answer-route';

/** What graphs draw. */
export function graphRoutes(reads: ReadGate): AnswerRoutes {
  return {
    '/v1/graphs/:graph': objectRoute(reads, {
      query: graphQuerySchema,
      takesMetadata: true,
      answer: (asker, query, nameOf) => graphOf(asker, nameOf('graph'), query),
    }),
  };
}
