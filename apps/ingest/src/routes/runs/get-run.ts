import type { RequestHandler } from 'express';
import { normalizeRunId } from '@testmetrics/domain';
import { AppError } from '@testmetrics/runtime';
import { queryPairs } from '../../http/query-pairs';
import { quote, readQuery } from '../../http/read-query';
import { replyFormat } from '../../http/reply-format';
import { sendJson } from '../../http/send-reply';
import type { DatabaseGate } from '../../stores/database-gate';
import { presentRun } from './present-run';
import { z } from 'zod';

const noQuerySchema = z.strictObject({});

/** `GET /v1/runs/{id}`. */
export function getRunRoute(gate: DatabaseGate): RequestHandler {
  return async (request, response) => {
    readQuery(queryPairs(request.url), noQuerySchema);
    replyFormat(request, ['json']);
    const uuid = readRunUuid(String(request.params['id']));
    const { reads } = await gate.stores();
    const run = await reads.findByUuid(uuid);
    if (run === null) throw runNotFound(uuid);
    sendJson(response, presentRun(run, { duplicate: false }));
  };
}

/** @throws {AppError} 400 */
export function readRunUuid(text: string): string {
  const uuid = normalizeRunId(text);
  if (uuid !== null) return uuid;
  throw new AppError('bad_run_id', 'This is no id of a run.', {
    status: 400,
    expected: 'a UUID',
    found: quote(text),
    action: 'take the id from the reply to the upload, or from /v1/runs',
  });
}

export function runNotFound(uuid: string): AppError {
  return new AppError('run_not_found', 'There is no run with this id.', {
    status: 404,
    expected: 'the id of a stored run',
    found: uuid,
    action: 'see /v1/runs for the runs there are',
  });
}
