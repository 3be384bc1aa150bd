import { AppError } from '@testmetrics/runtime';

const RETRY_AFTER_SECONDS = 5;

/**
 * The database cannot take part right now: it is gone, full, read-only, out of connections, or a lock was not to be had.
 * Nothing of the refused unit of work is stored, except where the connection died during COMMIT: then the caller repeats
 * the work and the run's uuid tells whether it had been stored.
 */
export class DatabaseUnavailableError extends AppError {
  /** What the driver or server called it, for logs: `ECONNREFUSED`, `ER_DISK_FULL`. */
  readonly reason: string;

  constructor(reason: string, cause: unknown) {
    super('database_unavailable', 'The database cannot be used right now.', {
      cause,
      status: 503,
      retryAfterSeconds: RETRY_AFTER_SECONDS,
      expected: 'a database server that can be reached and written to',
      found: reason,
      action: "try again later; if it stays so, look at the database server's log and its disk",
    });
    this.reason = reason;
  }
}
