import type { z } from 'zod';
import type { Terminal } from '../terminal/terminal';
import { openDatabaseSource } from './database-source';
import type { Place } from './place';
import type { ListBody, ListQuestion, Question, Request } from './question';
import { openServiceSource } from './service-source';

/** A reply, and its text as the endpoint sends it. */
export interface Reply<Body> {
  readonly body: Body;
  readonly text: string;
}

/** A page of a list as CSV. */
export interface CsvReply {
  readonly text: string;
  readonly next: string | null;
}

/** Who answers. */
export interface Source {
  /**
   * @throws {UsageError} where the question makes no sense, such as a broken cursor
   * @throws {CommandError} where there is no answer
   */
  ask<Query extends z.ZodObject, Body extends object>(
    question: Question<Query, Body>,
    request: Request<z.output<Query>>,
  ): Promise<Reply<Body>>;
  /** The same as CSV. */
  askCsv<Query extends z.ZodObject, Body extends ListBody>(
    question: ListQuestion<Query, Body>,
    request: Request<z.output<Query>>,
  ): Promise<CsvReply>;
  close(): Promise<void>;
}

/** Lends whoever the options name to `work`, and lets go of it afterwards, whatever happens. */
export async function withSource<T>(
  { url, database }: Place,
  terminal: Terminal,
  work: (source: Source) => Promise<T>,
): Promise<T> {
  const source =
    database === undefined ? openServiceSource(url, terminal) : await openDatabaseSource(database, terminal);
  try {
    return await work(source);
  } finally {
    await source.close();
  }
}
