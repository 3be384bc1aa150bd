import { AppError, type ErrorFacts } from '@testmetrics/runtime';

export type ImportErrorCode =
  | 'import_not_subunit2sql'
  | 'import_not_needed'
  | 'import_old_revision'
  | 'import_unknown_revision'
  | 'import_half_migrated'
  | 'import_grants_missing'
  | 'import_other_source'
  | 'import_tables_busy';

/** A database that cannot be taken over as it is. Nothing of it was changed. */
export class ImportError extends AppError {
  constructor(code: ImportErrorCode, message: string, facts: ErrorFacts & { readonly cause?: unknown }) {
    super(code, message, { status: 409, ...facts });
  }
}
