/** The schema is not what the program needs, or a migration would lose data. */
export class SchemaError extends Error {
  readonly code: 'schema_behind' | 'schema_ahead' | 'schema_would_lose_data' | 'schema_locked';

  constructor(code: SchemaError['code'], message: string) {
    super(message);
    this.name = 'SchemaError';
    this.code = code;
  }
}
