import type { Request, RequestHandler } from 'express';
import type { Asker } from '@testmetrics/answers';
import type { z } from 'zod';
import { queryPairs } from '../http/query-pairs';
import { readQuery } from '../http/read-query';
import { sendList } from '../http/send-list';
import type { ListBody, ListSchema } from '../http/send-list';
import { sendJson } from '../http/send-reply';
import type { ReadGate } from '../stores/read-gate';

/** Handlers of GET by path, in the order in which they are tried. */
export type AnswerRoutes = Readonly<Record<string, RequestHandler<Record<string, string>>>>;

/** The parts of a path that name something, decoded. */
type PathNames = Readonly<Record<string, string>>;

export interface ListAnswer<Query extends z.ZodObject, Body> {
  readonly query: Query;
  readonly reply: ListSchema;
  readonly answer: (asker: Asker, query: z.output<Query>, names: PathNames) => Promise<Body>;
}

/** A route that reads its query, asks one use case, and sends the list that it answers. */
export function listRoute<Query extends z.ZodObject, Body extends ListBody>(
  reads: ReadGate,
  { query, reply, answer }: ListAnswer<Query, Body>,
): RequestHandler<Record<string, string>> {
  return async (request, response) => {
    const asked = readQuery(queryPairs(request.url), query);
    sendList(request as Request, response, await answer(await reads.asker(), asked, request.params), reply);
  };
}

export type ObjectAnswer<Query extends z.ZodObject> = Omit<ListAnswer<Query, object>, 'reply'>;

/** The same for what is no list, and so no CSV. */
export function objectRoute<Query extends z.ZodObject>(
  reads: ReadGate,
  { query, answer }: ObjectAnswer<Query>,
): RequestHandler<Record<string, string>> {
  return async (request, response) => {
    const asked = readQuery(queryPairs(request.url), query);
    sendJson(response, await answer(await reads.asker(), asked, request.params));
  };
}
