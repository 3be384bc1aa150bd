import type { OpenReader, WithMetadata } from '@testmetrics/answers';
import type { z } from 'zod';

/** The endpoint that answers a command, and the use case that answers the same without the service. */
export interface Question<Query extends z.ZodObject, Body extends object> {
  /** Of the endpoint, with the command's positional arguments in it. */
  readonly path: (args: readonly string[]) => string;
  /** The endpoint's own schema: both ways read the options by it. */
  readonly query: Query;
  /** Runs can be chosen by `--meta KEY=VALUE` too. */
  readonly takesMetadata?: boolean;
  readonly answer: (reader: OpenReader, query: WithMetadata<z.output<Query>>, args: readonly string[]) => Promise<Body>;
}

/** A page of a list. */
export interface ListBody {
  readonly items: readonly object[];
  readonly next: string | null;
}

export type ItemOf<Body extends ListBody> = Body['items'][number];

export interface ListQuestion<Query extends z.ZodObject, Body extends ListBody> extends Question<Query, Body> {
  /** The columns of its CSV are made of that of the items. */
  readonly reply: z.ZodObject<{ items: z.ZodArray<z.ZodObject> }>;
}

/** What is asked. */
export interface Request<Query> {
  readonly args: readonly string[];
  /** As they stand in the URL. */
  readonly pairs: readonly (readonly [key: string, value: string])[];
  /** The same, read. */
  readonly query: WithMetadata<Query>;
}

/** The same list from another place on. */
export function withCursor<Query>(request: Request<Query>, cursor: string): Request<Query> {
  const others = request.pairs.filter(([key]) => key !== 'cursor');
  return { ...request, pairs: [...others, ['cursor', cursor]], query: { ...request.query, cursor } };
}
