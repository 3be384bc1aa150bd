import type { RequestHandler } from 'express';
import { nameNotFound, strayName } from '@testmetrics/answers';
import { listRunsQuerySchema, runListSchema } from '@testmetrics/api-contract';
import type { ListRunsQuery, RunListBody } from '@testmetrics/api-contract';
import type { RunFilters } from '@testmetrics/database';
import type { RequestMistake } from '../../http/bad-request-error';
import { queryPairs } from '../../http/query-pairs';
import { quote, readQuery, throwIfAny } from '../../http/read-query';
import { sendList } from '../../http/send-list';
import type { DatabaseGate } from '../../stores/database-gate';
import type { ReadGate } from '../../stores/read-gate';
import { presentRun } from './present-run';
import { readTime } from './run-description';

/** `GET /v1/runs`. An empty list says that nothing fits; a name that no run ever had is a mistake. */
export function listRunsRoute(gate: DatabaseGate, questions: ReadGate): RequestHandler {
  return async (request, response) => {
    const query = readQuery(queryPairs(request.url), listRunsQuerySchema);
    const filters = readFilters(query);
    const body = await questions.share(request.url, async (): Promise<RunListBody> => {
      const { reads } = await gate.stores();
      const { items, next } = await reads.list(filters, { limit: query.limit, cursor: query.cursor ?? null });
      if (items.length === 0) await refuseStrayNames(questions, query);
      return { items: items.map((run) => presentRun(run, { duplicate: false })), next };
    });
    sendList(request, response, body, runListSchema);
  };
}

async function refuseStrayNames(questions: ReadGate, { job, project, branch }: ListRunsQuery): Promise<void> {
  const listed = (name: string | undefined) => (name === undefined ? [] : [name]);
  const filter = { job: listed(job), project: listed(project), branch: listed(branch) };
  const stray = await strayName(await questions.asker(), filter);
  if (stray !== null) throw nameNotFound(stray);
}

function readFilters({ job, project, branch, since, until }: ListRunsQuery): RunFilters {
  const mistakes: RequestMistake[] = [];
  const sinceMicros = readTime('since', since, mistakes);
  const untilMicros = readTime('until', until, mistakes);
  if (sinceMicros !== null && untilMicros !== null && sinceMicros >= untilMicros)
    mistakes.push(emptyRange(since, until));
  throwIfAny(mistakes);
  return {
    ...(job === undefined ? {} : { job }),
    ...(project === undefined ? {} : { project }),
    ...(branch === undefined ? {} : { branch }),
    ...(sinceMicros === null ? {} : { sinceMicros }),
    ...(untilMicros === null ? {} : { untilMicros }),
  };
}

function emptyRange(since = '', until = ''): RequestMistake {
  return { where: 'since', code: 'bad_range', expected: `a time before ${quote(until)}`, found: quote(since) };
}
