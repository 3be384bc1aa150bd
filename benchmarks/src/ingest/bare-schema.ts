import type { Connection } from 'mysql2/promise';
import type { BenchServer } from './bench-server';
import { copyNewRows, insertRows, marksOf, readNewRows } from './new-rows';
import type { Marks } from './new-rows';

const NAME = 'bench_bare';

/** A second schema that gets the rows of ours without us, so that both contestants write into tables with the same rows. */
export class BareSchema {
  private constructor(
    private readonly ours: Connection,
    private readonly own: Connection,
    private marks: Marks,
  ) {}

  static async create(server: BenchServer, ours: Connection): Promise<BareSchema> {
    const own = await server.connect(await server.createOurs(NAME));
    return new BareSchema(ours, own, await marksOf(own));
  }

  /** Copies what ours got up to the marks; not timed. */
  async follow(to: Marks): Promise<void> {
    await copyNewRows(this.ours, this.marks, to, NAME);
    this.marks = to;
  }

  /** Inserts what ours got next, up to the marks. */
  async insert(to: Marks): Promise<{ readonly rows: number; readonly seconds: number }> {
    const rows = await readNewRows(this.ours, this.marks, to);
    const seconds = await insertRows(this.own, rows);
    this.marks = to;
    return { rows: rows.rows, seconds };
  }

  close(): Promise<void> {
    return this.own.end();
  }
}
