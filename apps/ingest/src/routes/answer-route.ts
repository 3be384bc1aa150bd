import type { Request, RequestHandler } from 'express';
import type { Asker, WithMetadata } from '@testmetrics/answers';
import type { z } from 'zod';
import { queryPairs } from '../http/query-pairs';
import { readQuery } from '../http/read-query';
import { sendList } from '../http/send-list';
import type { ListBody, ListSchema } from '../http/send-list';
import { sendJson } from '../http/send-reply';
import type { ReadGate } from '../stores/read-gate';
import { splitMetadata } from './metadata-filter';

/** A name in the path, decoded; every route reads those that its path has. */
export type NameOf = (parameter: string) => string;

type Handler = RequestHandler<Record<string, string>>;

/** Handlers of GET by path, in the order in which they are tried. */
export type AnswerRoutes = Readonly<Record<string, Handler>>;

export interface ObjectAnswer<Query extends z.ZodObject, Body extends object> {
  readonly query: Query;
  /** Runs can be chosen by `meta.KEY=VALUE` besides. */
  readonly takesMetadata?: boolean;
  readonly answer: (asker: Asker, query: WithMetadata<z.output<Query>>, nameOf: NameOf) => Promise<Body>;
}

export interface ListAnswer<Query extends z.ZodObject, Body extends ListBody> extends ObjectAnswer<Query, Body> {
  readonly reply: ListSchema;
}

/** A route that reads its query, asks one use case, and sends the list that it answers. */
export function listRoute<Query extends z.ZodObject, Body extends ListBody>(
  reads: ReadGate,
  answer: ListAnswer<Query, Body>,
): Handler {
  return async (request, response) => {
    sendList(request as Request, response, await bodyOf(reads, answer, request), answer.reply);
  };
}

/** The same for what is no list, and so no CSV. */
export function objectRoute<Query extends z.ZodObject, Body extends object>(
  reads: ReadGate,
  answer: ObjectAnswer<Query, Body>,
): Handler {
  return async (request, response) => {
    sendJson(response, await bodyOf(reads, answer, request));
  };
}

async function bodyOf<Query extends z.ZodObject, Body extends object>(
  reads: ReadGate,
  { query: schema, takesMetadata = false, answer }: ObjectAnswer<Query, Body>,
  { url, params }: Request<Record<string, string>>,
): Promise<Body> {
  const pairs = queryPairs(url);
  const { others, metadata } = takesMetadata ? splitMetadata(pairs) : { others: pairs };
  const query = readQuery(others, schema, takesMetadata ? { alsoKnown: ['meta.KEY'] } : {});
  const nameOf: NameOf = (parameter) => params[parameter] ?? '';
  return answer(await reads.asker(), metadata === undefined ? query : { ...query, metadata }, nameOf);
}
