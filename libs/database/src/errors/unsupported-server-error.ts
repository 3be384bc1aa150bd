import { AppError } from '@testmetrics/runtime';

/** The server answers, but is not one that this schema works on. */
export class UnsupportedServerError extends AppError {
  constructor(expected: string, found: string) {
    super('database_unsupported', 'This database server is not supported.', {
      status: 503,
      expected,
      found,
      action: 'point DATABASE_URL at a supported server',
    });
  }
}
