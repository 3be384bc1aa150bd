import { listMetadataKeys, listMetadataValues } from '@testmetrics/answers';
import { listQuerySchema, metadataKeyListSchema, metadataValueListSchema } from '@testmetrics/api-contract';
import type { ReadGate } from '../../stores/read-gate';
import { listRoute } from '../answer-route';
import type { AnswerRoutes } from '../answer-route';

/** What runs say about themselves. */
export function metadataRoutes(reads: ReadGate): AnswerRoutes {
  return {
    '/v1/metadata/keys': listRoute(reads, {
      query: listQuerySchema,
      reply: metadataKeyListSchema,
      answer: listMetadataKeys,
    }),
    '/v1/metadata/:key/values': listRoute(reads, {
      query: listQuerySchema,
      reply: metadataValueListSchema,
      answer: (asker, query, nameOf) => listMetadataValues(asker, nameOf('key'), query),
    }),
  };
}
