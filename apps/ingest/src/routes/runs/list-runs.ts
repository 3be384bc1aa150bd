import type { RequestHandler } from 'express';
import { listRuns } from '@testmetrics/answers';
import { listRunsQuerySchema, runListSchema } from '@testmetrics/api-contract';
import { queryPairs } from '../../http/query-pairs';
import { readQuery } from '../../http/read-query';
import { sendList } from '../../http/send-list';
import type { DatabaseGate } from '../../stores/database-gate';
import type { ReadGate } from '../../stores/read-gate';

/** `GET /v1/runs`. */
export function listRunsRoute(gate: DatabaseGate, questions: ReadGate): RequestHandler {
  return async (request, response) => {
    const query = readQuery(queryPairs(request.url), listRunsQuerySchema);
    const body = await questions.share(request.url, async () => {
      const { reads } = await gate.stores();
      return listRuns({ runs: reads, asker: () => questions.asker() }, query);
    });
    sendList(request, response, body, runListSchema);
  };
}
