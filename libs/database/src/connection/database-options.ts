/** Sizes and times of the connections; every field has a default that suits one ingest process. */
export interface DatabaseOptions {
  /** Connections of the bulk pool. Default 10. */
  readonly poolSize?: number;
  /** Connections of Sequelize's pool. Default 4. */
  readonly modelPoolSize?: number;
  /** Callers that may wait for a connection before more are turned away. Default 200. */
  readonly queueLimit?: number;
  /** Wait for a free connection. Default 10 s. */
  readonly acquireTimeoutMs?: number;
  /** Wait for the server to answer when connecting. Default 5 s. */
  readonly connectTimeoutMs?: number;
  /** Longest run of one statement, after which its connection is given up. Default 5 minutes. */
  readonly statementTimeoutMs?: number;
  /** Wait for a row lock before the statement fails and the transaction is begun again. Default 10 s. */
  readonly lockWaitSeconds?: number;
  /** Size of a bulk statement, in bytes; never more than half of the server's max_allowed_packet. Default 256 KiB: small enough that the server works on one while the next is put together. */
  readonly statementBytes?: number;
  /** For connections that only read: the server refuses to write, and ends a statement after so long. Default 0: they write. */
  readonly readOnlyMs?: number;
}

export type ResolvedDatabaseOptions = Required<DatabaseOptions>;

export const DEFAULT_DATABASE_OPTIONS: ResolvedDatabaseOptions = {
  poolSize: 10,
  modelPoolSize: 4,
  queueLimit: 200,
  acquireTimeoutMs: 10_000,
  connectTimeoutMs: 5_000,
  statementTimeoutMs: 300_000,
  lockWaitSeconds: 10,
  statementBytes: 256 * 1024,
  readOnlyMs: 0,
};
