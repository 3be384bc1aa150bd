import type { Session } from '../connection/session';

export interface BulkInsertOptions {
  /** `test_runs (run_id, test_id)` */
  readonly into: string;
  /** After the rows: `ON DUPLICATE KEY UPDATE …`. */
  readonly suffix?: string;
  /** A statement is sent when its text has grown to this. */
  readonly statementBytes: number;
  /** Told of each statement that is through: how many rows it had, and the number that the first of them got. */
  readonly onInserted?: (rows: number, firstId: number) => void;
}

/**
 * Sends rows in as few statements as their size allows. The server works on one statement while the next is put together here;
 * never more than one is under way, so memory holds two.
 */
export class BulkInsert {
  readonly #session: Session;
  readonly #options: BulkInsertOptions;
  readonly #head: string;
  readonly #tail: string;
  #rows: string[] = [];
  #length = 0;
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(session: Session, options: BulkInsertOptions) {
    this.#session = session;
    this.#options = options;
    this.#head = `INSERT INTO ${options.into} VALUES\n`;
    this.#tail = options.suffix === undefined ? '' : `\n${options.suffix}`;
  }

  /** Adds a row in parentheses; true when a statement is full and `flush` should be awaited. */
  add(row: string): boolean {
    this.#rows.push(row);
    this.#length += row.length + 2;
    return this.#length >= this.#options.statementBytes;
  }

  /** Sends what has gathered, as soon as the statement before it is through. */
  async flush(): Promise<void> {
    await this.#underWay;
    if (this.#rows.length === 0) return;
    const sql = this.#head + this.#rows.join(',\n') + this.#tail;
    this.#underWay = this.#send(sql, this.#rows.length);
    this.#rows = [];
    this.#length = 0;
    // A failure is reported by the next flush; until then it must not count as unhandled.
    this.#underWay.catch(() => undefined);
  }

  async #send(sql: string, rows: number): Promise<void> {
    const { insertId } = await this.#session.execute(sql);
    this.#options.onInserted?.(rows, insertId);
  }

  /** Sends the rest and waits for all of it. */
  async end(): Promise<void> {
    await this.flush();
    await this.#underWay;
  }
}

/** Sends all rows of an iterable. */
export async function bulkInsert(session: Session, options: BulkInsertOptions, rows: Iterable<string>): Promise<void> {
  const insert = new BulkInsert(session, options);
  for (const row of rows) {
    if (insert.add(row)) await insert.flush();
  }
  await insert.end();
}
