import type { Request, RequestHandler } from 'express';
import { splitOf, timingBody, timingOf } from '@testmetrics/answers';
import { splitQuerySchema } from '@testmetrics/api-contract';
import type { SplitBody, SplitQuery } from '@testmetrics/api-contract';
import { AppError } from '@testmetrics/runtime';
import { idsWithLineBreaks } from '@testmetrics/timing';
import type { UploadTimes } from '../../config';
import { queryPairs } from '../../http/query-pairs';
import { quote, readQuery } from '../../http/read-query';
import { expectsContinue } from '../../http/request-context';
import { entityTag } from '../../http/entity-tag';
import { sendCompressed } from '../../http/send-compressed';
import type { ReplyContent } from '../../http/send-reply';
import type { ReadGate } from '../../stores/read-gate';
import { readIds } from './read-ids';

type Handler = RequestHandler<Record<string, string>>;

/** `GET /v1/split`: all tests whose duration is known, shared out. */
export function splitRoute(reads: ReadGate): Handler {
  return async (request, response) => {
    const query = readSplitQuery(request.url);
    const content = await reads.share(request.url, async () => contentOf(query, await split(reads, query, null)));
    await sendCompressed(request as Request, response, content);
  };
}

/** `POST /v1/split`: the tests of the body, shared out. Reads only, so nobody needs a token. */
export function splitListRoute(reads: ReadGate, times: UploadTimes): Handler {
  return async (request, response) => {
    const query = readSplitQuery(request.url);
    if (expectsContinue(request as Request)) response.writeContinue();
    const ids = await readIds(request as Request, times);
    await sendCompressed(request as Request, response, contentOf(query, await split(reads, query, ids)));
  };
}

function readSplitQuery(url: string): SplitQuery {
  const query = readQuery(queryPairs(url), splitQuerySchema);
  if (query.format === 'json' || query.worker !== undefined) return query;
  throw new AppError('no_worker', 'A list of lines is the share of one worker.', {
    status: 400,
    expected: `worker, from 1 to ${query.workers}`,
    found: 'no worker',
    action: 'add the parameter worker, or ask for format=json',
  });
}

async function split(reads: ReadGate, query: SplitQuery, ids: readonly string[] | null): Promise<SplitBody> {
  const { workers, worker, group, format: _format, ...asked } = query;
  const timing = await timingOf(await reads.asker(), asked);
  return splitOf(timingBody(timing), { workers, worker, group }, ids);
}

function contentOf({ format }: SplitQuery, split: SplitBody): ReplyContent {
  const body = format === 'json' ? JSON.stringify(split) : linesOf(split);
  const type = format === 'json' ? 'application/json' : 'text/plain; charset=utf-8';
  return { body, type, etag: entityTag(body) };
}

function linesOf({ items }: SplitBody): string {
  const ids = items.flatMap(({ tests }) => tests);
  const [broken] = idsWithLineBreaks(ids);
  if (broken === undefined) return ids.map((id) => `${id}\n`).join('');
  throw new AppError('name_with_line_break', 'A list of lines cannot carry the name of a test.', {
    status: 422,
    expected: 'ids without line breaks',
    found: quote(broken),
    action: 'ask for format=json',
  });
}
