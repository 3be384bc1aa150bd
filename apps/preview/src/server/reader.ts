import { createPool, type FieldPacket, type Pool, type PoolConnection, type RowDataPacket } from 'mysql2/promise';
import { columnType, columnValue } from './column-type';
import { type FrameField } from './frame';

export interface ReaderOptions {
  readonly databaseUrl: string;
  readonly queryTimeoutMs: number;
  readonly rowLimit: number;
}

/** Rows of one statement as columns. */
export interface Answer {
  readonly fields: readonly FrameField[];
  /** There were more rows than the limit. */
  readonly isCut: boolean;
}

/** As many as the panels of a page ask for at once on a machine with few cores. */
const CONNECTIONS = 6;

/**
 * Asks the database, and can do nothing else: each question is one statement in a read-only transaction, ended by the
 * server when it takes too long, and cut after so many rows. The user of the URL should have SELECT only all the same.
 */
export class Reader {
  readonly #pool: Pool;
  readonly #options: ReaderOptions;
  readonly #prepared = new WeakSet<object>();

  constructor(options: ReaderOptions) {
    this.#options = options;
    this.#pool = createPool({
      uri: options.databaseUrl,
      connectionLimit: CONNECTIONS,
      charset: 'utf8mb4',
      connectTimeout: 5000,
      dateStrings: true,
      decimalNumbers: true,
      supportBigNumbers: true,
      multipleStatements: false,
      enableKeepAlive: true,
    });
  }

  async ask(sql: string): Promise<Answer> {
    const connection = await this.#pool.getConnection();
    try {
      await this.#prepare(connection);
      await connection.query('START TRANSACTION READ ONLY');
      const timeout = this.#options.queryTimeoutMs + 1000;
      const [rows, columns] = await connection.query<RowDataPacket[][]>({ sql, rowsAsArray: true, timeout });
      await connection.query('COMMIT');
      return toAnswer(rows, columns, this.#options.rowLimit);
    } catch (error) {
      // Whatever state it is in, nobody else gets it.
      connection.destroy();
      throw error;
    } finally {
      connection.release();
    }
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  async #prepare(connection: PoolConnection): Promise<void> {
    if (this.#prepared.has(connection.connection)) return;
    const [rows] = await connection.query<RowDataPacket[]>('SELECT VERSION() AS version');
    const isMariaDb = /mariadb/i.test(String(rows[0]?.['version']));
    const { queryTimeoutMs, rowLimit } = this.#options;
    const limit = isMariaDb
      ? `max_statement_time = ${queryTimeoutMs / 1000}`
      : `max_execution_time = ${queryTimeoutMs}`;
    await connection.query(`SET time_zone = '+00:00', ${limit}, sql_select_limit = ${rowLimit + 1}`);
    this.#prepared.add(connection.connection);
  }
}

function toAnswer(rows: readonly unknown[][], columns: FieldPacket[], rowLimit: number): Answer {
  const kept = rows.slice(0, rowLimit);
  const fields = columns.map((column, index) => {
    const type = columnType(column.columnType ?? column.type ?? 0);
    return { name: column.name, type, values: kept.map((row) => columnValue(type, row[index])) };
  });
  return { fields, isCut: rows.length > rowLimit };
}
