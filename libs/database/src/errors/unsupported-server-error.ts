/** The server answers, but is not one this schema works on. */
export class UnsupportedServerError extends Error {
  readonly code = 'database_unsupported';
  readonly found: string;

  constructor(expected: string, found: string) {
    super(
      `This database server is not supported: expected ${expected}, found ${found}. Point DATABASE_URL at a supported server.`,
    );
    this.name = 'UnsupportedServerError';
    this.found = found;
  }
}
