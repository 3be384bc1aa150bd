import { MacroError } from './macros';
import { SeriesShapeError } from './long-to-wide';

/** A sentence for the person who looks at the panel: what is wrong and what to do. */
export function describeQueryError(error: unknown): string {
  if (error instanceof MacroError || error instanceof SeriesShapeError) return error.message;
  const { code, errno, message } = error as { code?: string; errno?: number; message?: string };
  if (TIMEOUTS.has(errno ?? 0)) return TOO_SLOW();
  return EXPLANATIONS[code ?? '']?.(message ?? '') ?? `The query failed: ${message ?? String(error)}`;
}

/** MariaDB's and MySQL's numbers for a statement that took too long; the driver does not name the first. */
const TIMEOUTS = new Set([1969, 3024]);

const UNREACHABLE = () =>
  'The database cannot be reached. Panels fill again when it is back: check that it runs and that DATABASE_URL names it.';

const TOO_SLOW = () =>
  'The query took longer than 30 seconds and was stopped. Choose a shorter time range, or fewer jobs.';

const NO_TABLE = (message: string) =>
  `The database has no such table (${message}). Bring the schema to its head with "testmetrics db migrate".`;

const EXPLANATIONS: Readonly<Record<string, (message: string) => string>> = {
  ECONNREFUSED: UNREACHABLE,
  ECONNRESET: UNREACHABLE,
  ENOTFOUND: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  EPIPE: UNREACHABLE,
  PROTOCOL_CONNECTION_LOST: UNREACHABLE,
  ER_SERVER_SHUTDOWN: UNREACHABLE,
  ER_CON_COUNT_ERROR: () => 'The database has no free connection. Panels fill again when others close theirs.',
  ER_ACCESS_DENIED_ERROR: () => 'The database refuses the user of DATABASE_URL: check its name and password.',
  ER_BAD_DB_ERROR: (message) => `The database of DATABASE_URL does not exist (${message}).`,
  ER_TABLEACCESS_DENIED_ERROR: (message) =>
    `The user of DATABASE_URL may not read this table (${message}): grant it SELECT.`,
  ER_DBACCESS_DENIED_ERROR: (message) =>
    `The user of DATABASE_URL may not use this database (${message}): grant it SELECT.`,
  ER_NO_SUCH_TABLE: NO_TABLE,
  ER_QUERY_INTERRUPTED: TOO_SLOW,
  PROTOCOL_SEQUENCE_TIMEOUT: TOO_SLOW,
  ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION: () => 'Dashboards may only read; this query wants to write.',
  ER_PARSE_ERROR: (message) => `The query is not valid SQL: ${message}`,
};
