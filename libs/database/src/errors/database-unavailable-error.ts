/**
 * The database cannot take part right now: it is gone, full, read-only, out of connections, or a lock was not to be had.
 * Nothing of the refused unit of work is stored, except where the connection died during COMMIT: then the caller repeats
 * the work and the run's uuid tells whether it had been stored.
 */
export class DatabaseUnavailableError extends Error {
  readonly code = 'database_unavailable';
  /** What the driver or server called it, for logs: `ECONNREFUSED`, `ER_DISK_FULL`. */
  readonly reason: string;

  constructor(reason: string, cause: unknown) {
    super(
      `The database did not do its part: expected a reachable, writable server, found ${reason}` +
        `${describe(cause)}. Try again later; if it stays, look at the database server's log and its disk.`,
      { cause },
    );
    this.name = 'DatabaseUnavailableError';
    this.reason = reason;
  }
}

function describe(cause: unknown): string {
  return cause instanceof Error && cause.message !== '' ? ` (${cause.message})` : '';
}
