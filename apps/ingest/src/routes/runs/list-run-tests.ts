import type { RequestHandler } from 'express';
import { listRunTests, readRunId } from '@testmetrics/answers';
import { listRunTestsQuerySchema, runTestsListSchema } from '@testmetrics/api-contract';
import { queryPairs } from '../../http/query-pairs';
import { readQuery } from '../../http/read-query';
import { sendList } from '../../http/send-list';
import type { DatabaseGate } from '../../stores/database-gate';
import type { ReadGate } from '../../stores/read-gate';

/** `GET /v1/runs/{id}/tests`. */
export function listRunTestsRoute(gate: DatabaseGate, questions: ReadGate): RequestHandler {
  return async (request, response) => {
    const query = readQuery(queryPairs(request.url), listRunTestsQuerySchema);
    const id = readRunId(String(request.params['id']));
    const body = await questions.share(request.url, async () => {
      const { reads } = await gate.stores();
      return listRunTests(reads, id, query);
    });
    sendList(request, response, body, runTestsListSchema);
  };
}
