import type { RequestHandler } from 'express';
import { listRunsQuerySchema, runListSchema } from '@testmetrics/api-contract';
import type { ListRunsQuery, RunListBody } from '@testmetrics/api-contract';
import type { RunFilters } from '@testmetrics/database';
import type { RequestMistake } from '../../http/bad-request-error';
import { queryPairs } from '../../http/query-pairs';
import { readQuery, throwIfAny } from '../../http/read-query';
import { sendList } from '../../http/send-list';
import type { DatabaseGate } from '../../stores/database-gate';
import { presentRun } from './present-run';
import { readTime } from './run-description';

/** `GET /v1/runs`. */
export function listRunsRoute(gate: DatabaseGate): RequestHandler {
  return async (request, response) => {
    const query = readQuery(queryPairs(request.url), listRunsQuerySchema);
    const filters = readFilters(query);
    const { reads } = await gate.stores();
    const { items, next } = await reads.list(filters, { limit: query.limit, cursor: query.cursor ?? null });
    const body: RunListBody = { items: items.map((run) => presentRun(run, { duplicate: false })), next };
    sendList(request, response, body, runListSchema);
  };
}

function readFilters({ job, project, branch, since, until }: ListRunsQuery): RunFilters {
  const mistakes: RequestMistake[] = [];
  const sinceMicros = readTime('since', since, mistakes);
  const untilMicros = readTime('until', until, mistakes);
  throwIfAny(mistakes);
  return {
    ...(job === undefined ? {} : { job }),
    ...(project === undefined ? {} : { project }),
    ...(branch === undefined ? {} : { branch }),
    ...(sinceMicros === null ? {} : { sinceMicros }),
    ...(untilMicros === null ? {} : { untilMicros }),
  };
}
