import { AppError, type ErrorFacts } from '@testmetrics/runtime';

export type SchemaErrorCode = 'schema_would_lose_data' | 'schema_locked' | 'schema_of_subunit2sql';

/** The schema could not be changed. */
export class SchemaError extends AppError {
  constructor(code: SchemaErrorCode, message: string, facts: ErrorFacts) {
    super(code, message, { status: 503, ...facts });
  }
}
