import { AppError } from '@testmetrics/runtime';

import { classifyError } from '../errors/classify-error';
import { DatabaseUnavailableError } from '../errors/database-unavailable-error';

/**
 * The error where the other database cannot be reached or read; every other one as it is. Two databases take part in an import:
 * whoever reads the message must know which of them is meant.
 *
 * @param name - of the other database
 */
export function sourceError(name: string, error: unknown): unknown {
  const classified = classifyError(error);
  if (!(classified instanceof DatabaseUnavailableError)) return classified;
  return new AppError('database_unavailable', `The database that is imported, ${name}, cannot be read right now.`, {
    cause: error,
    status: 503,
    expected: `a database server at ${name} that can be reached and read`,
    found: classified.reason,
    action: 'look after that server, then run the same command again: it goes on where it was',
  });
}
