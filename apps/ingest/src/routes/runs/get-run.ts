import type { RequestHandler } from 'express';
import { oneRun, readRunId } from '@testmetrics/answers';
import { queryPairs } from '../../http/query-pairs';
import { readQuery } from '../../http/read-query';
import { replyFormat } from '../../http/reply-format';
import { sendJson } from '../../http/send-reply';
import type { DatabaseGate } from '../../stores/database-gate';
import { z } from 'zod';

const noQuerySchema = z.strictObject({});

/** `GET /v1/runs/{id}`. */
export function getRunRoute(gate: DatabaseGate): RequestHandler {
  return async (request, response) => {
    readQuery(queryPairs(request.url), noQuerySchema);
    replyFormat(request, ['json']);
    // What is no id is refused where the database is away, too.
    const id = readRunId(String(request.params['id']));
    const { reads } = await gate.stores();
    sendJson(response, await oneRun(reads, id));
  };
}
