import { recentFailures } from '@testmetrics/answers';
import { recentFailuresQuerySchema, recentFailuresSchema } from '@testmetrics/api-contract';
import type { ReadGate } from '../../stores/read-gate';
import { listRoute } from '../answer-route';
import type { AnswerRoutes } from '../answer-route';

/** What went wrong last. */
export function failureRoutes(reads: ReadGate): AnswerRoutes {
  return {
    '/v1/failures/recent': listRoute(reads, {
      query: recentFailuresQuerySchema,
      takesMetadata: true,
      reply: recentFailuresSchema,
      answer: recentFailures,
    }),
  };
}
