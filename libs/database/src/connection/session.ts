import type { PoolConnection, ResultSetHeader, RowDataPacket } from 'mysql2/promise';

import { classifyError } from '../errors/classify-error';

/** A row as an array of values, in the order of the columns. */
export type ArrayRow = readonly unknown[];

/** One connection in use: statements go out one after the other; errors are the driver's own, and are classified by the caller. */
export class Session {
  readonly #connection: PoolConnection;
  readonly #timeoutMs: number;
  #timedOut = false;

  constructor(connection: PoolConnection, timeoutMs: number) {
    this.#connection = connection;
    this.#timeoutMs = timeoutMs;
  }

  /** A statement without rows. `values` replace `?` on this side. */
  async execute(sql: string, values: readonly unknown[] = []): Promise<ResultSetHeader> {
    const [result] = await this.#inTime(this.#connection.query<ResultSetHeader>(sql, [...values]));
    return result;
  }

  /** A statement with binary parameters, sent as they are: for values that would double in size as text. */
  async executePrepared(sql: string, values: readonly (string | number | null | Buffer)[]): Promise<ResultSetHeader> {
    const [result] = await this.#inTime(this.#connection.execute<ResultSetHeader>(sql, [...values]));
    return result;
  }

  async rows<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    const [rows] = await this.#inTime(this.#connection.query<(Row & RowDataPacket)[]>(sql, [...values]));
    return rows;
  }

  /** Rows as arrays: no object is made for each, which counts where there are tens of thousands. */
  async arrays(sql: string, values: readonly unknown[] = []): Promise<readonly ArrayRow[]> {
    const statement = { sql, values: [...values], rowsAsArray: true };
    const [rows] = await this.#inTime(this.#connection.query<RowDataPacket[][]>(statement));
    return rows;
  }

  /** The driver's own time limit leaves its timer behind when a connection dies. */
  async #inTime<T>(answer: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const expired = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.#timedOut = true;
        reject(statementTimeout(this.#timeoutMs));
      }, this.#timeoutMs);
    });
    try {
      return await Promise.race([answer, expired]);
    } finally {
      clearTimeout(timer);
    }
  }

  async begin(): Promise<void> {
    await this.execute('START TRANSACTION');
  }

  async commit(): Promise<void> {
    await this.execute('COMMIT');
  }

  /** Takes everything back; a connection that cannot even do that is closed, which takes it back on the server. */
  async rollback(): Promise<void> {
    if (this.#timedOut) {
      this.#connection.destroy();
      return;
    }
    try {
      await this.execute('ROLLBACK');
    } catch {
      this.#connection.destroy();
    }
  }

  /** Gives the connection back, or closes it after an error that leaves its state unknown. */
  release(error?: unknown): void {
    if (this.#timedOut || isFatal(error)) this.#connection.destroy();
    else this.#connection.release();
  }
}

/** After a time-out the answer may still arrive, and after a lost connection nothing will. */
function isFatal(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('fatal' in error && error.fatal === true) return true;
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && !code.startsWith('ER_') && classifyError(error) !== error;
}

function statementTimeout(ms: number): Error {
  return Object.assign(new Error(`no answer to a statement within ${ms} ms`), { code: 'PROTOCOL_SEQUENCE_TIMEOUT' });
}
