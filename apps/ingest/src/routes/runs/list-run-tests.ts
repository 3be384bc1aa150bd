import type { RequestHandler } from 'express';
import { listRunTestsQuerySchema, runTestsListSchema } from '@testmetrics/api-contract';
import type { AttemptBody, RunTestBody, RunTestsListBody } from '@testmetrics/api-contract';
import type { RunTest, RunTestAttempt } from '@testmetrics/database';
import { formatMicros } from '@testmetrics/domain';
import { queryPairs } from '../../http/query-pairs';
import { readQuery } from '../../http/read-query';
import { sendList } from '../../http/send-list';
import type { DatabaseGate } from '../../stores/database-gate';
import type { ReadGate } from '../../stores/read-gate';
import { readRunUuid, runNotFound } from './get-run';

/** `GET /v1/runs/{id}/tests`. */
export function listRunTestsRoute(gate: DatabaseGate, questions: ReadGate): RequestHandler {
  return async (request, response) => {
    const { status, limit, cursor = null } = readQuery(queryPairs(request.url), listRunTestsQuerySchema);
    const uuid = readRunUuid(String(request.params['id']));
    const body = await questions.share(request.url, async (): Promise<RunTestsListBody> => {
      const { reads } = await gate.stores();
      const page = await reads.tests(uuid, status === undefined ? {} : { status }, { limit, cursor });
      if (page === null) throw runNotFound(uuid);
      return { items: page.items.map(presentTest), next: page.next };
    });
    sendList(request, response, body, runTestsListSchema);
  };
}

function presentTest({ name, status, flaky, failureMessage, attempts }: RunTest): RunTestBody {
  const seconds = attempts.at(-1)?.seconds ?? null;
  return { test: name, status, flaky, seconds, message: failureMessage, attempts: attempts.map(presentAttempt) };
}

function presentAttempt({ startMicros, stopMicros, routeCode, tags, ...attempt }: RunTestAttempt): AttemptBody {
  return {
    ...attempt,
    start: startMicros === null ? null : formatMicros(startMicros),
    stop: stopMicros === null ? null : formatMicros(stopMicros),
    tags: [...tags],
    route: routeCode,
  };
}
