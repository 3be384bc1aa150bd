import type { Connection } from 'mysql2/promise';

const STATEMENT_CHARACTERS = 2 * 1024 * 1024;

/** Multi-row INSERTs into several tables over one connection: the server works on one while the next is put together. */
export class TableWriter {
  readonly #connection: Connection;
  readonly #waiting = new Map<string, { rows: string[]; length: number }>();
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /**
   * @param into - `test_runs (run_id, test_id)`
   * @param rows - In parentheses.
   */
  async add(into: string, rows: Iterable<string>): Promise<void> {
    const table = this.#waiting.get(into) ?? { rows: [], length: 0 };
    this.#waiting.set(into, table);
    for (const row of rows) {
      table.rows.push(row);
      table.length += row.length + 1;
      if (table.length > STATEMENT_CHARACTERS) await this.#flush(into);
    }
  }

  async end(): Promise<void> {
    for (const into of this.#waiting.keys()) await this.#flush(into);
    await this.#underWay;
  }

  async #flush(into: string): Promise<void> {
    const table = this.#waiting.get(into);
    if (table === undefined || table.rows.length === 0) return;
    const sql = `INSERT INTO ${into} VALUES ${table.rows.join()}`;
    table.rows = [];
    table.length = 0;
    await this.#underWay;
    this.#underWay = this.#connection.query(sql);
    // A failure is thrown by the next flush; until then it must not count as unhandled.
    this.#underWay.catch(() => undefined);
  }
}
