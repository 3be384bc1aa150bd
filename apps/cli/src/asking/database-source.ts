import { openReader } from '@testmetrics/answers';
import { csvOf } from '@testmetrics/csv';
import { AppError, explainError } from '@testmetrics/runtime';
import { findDatabaseUrl } from '../db/database-url';
import { UsageError } from '../errors';
import type { Terminal } from '../terminal/terminal';
import type { Source } from './source';

/** The database itself, asked by the same use cases as the service asks it by. */
export async function openDatabaseSource(database: string, { env }: Terminal): Promise<Source> {
  const reader = await openReader(findDatabaseUrl(database, env));
  return {
    ask: async (question, { query, args }) => {
      const body = await question.answer(reader, query, args).catch(explain);
      return { body, text: JSON.stringify(body) };
    },
    askCsv: async (question, { query, args }) => {
      const { items, next } = await question.answer(reader, query, args).catch(explain);
      return { text: csvOf(question.reply.shape.items.element, items).text, next };
    },
    close: () => reader.close(),
  };
}

/** What the service would call a bad request is wrong usage here. */
function explain(error: unknown): never {
  if (error instanceof AppError && error.status === 400) throw new UsageError(explainError(error), { cause: error });
  throw error;
}
