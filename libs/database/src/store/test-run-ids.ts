import type { Session } from '../connection/session';
import type { ResolvedRun } from './resolved-run';

const IDS_AT_A_TIME = 20_000;

/** Rows that one statement inserted, in the order of the test keys. */
interface Statement {
  /** Place of the first among all rows of the run. */
  readonly start: number;
  readonly rows: number;
  readonly firstId: number;
}

/**
 * The numbers of a run's rows in test_runs. The numbers of one statement's rows rise by at least the server's increment from
 * row to row: where its last row has the one that the smallest steps give, all are known by counting. Else they are read.
 */
export class TestRunIds {
  readonly #statements: Statement[] = [];
  #rows = 0;

  constructor(
    private readonly runId: number,
    private readonly run: Pick<ResolvedRun, 'positionsByKey' | 'testCount' | 'testKeyOf'>,
  ) {}

  /** The next statement is through. */
  count(rows: number, firstId: number): void {
    this.#statements.push({ start: this.#rows, rows, firstId });
    this.#rows += rows;
  }

  /** By position in the run's tests. */
  async byPosition(session: Session): Promise<Float64Array> {
    return (await this.#counted(session)) ?? (await this.#read(session));
  }

  async #counted(session: Session): Promise<Float64Array | null> {
    const lastKeys = this.#statements.map(({ start, rows }) => this.#keyAt(start + rows - 1));
    const found = await session.arrays(
      `SELECT test_runs.test_id, test_runs.id, @@SESSION.auto_increment_increment FROM test_runs
        WHERE test_runs.run_id = ${this.runId} AND test_runs.test_id IN (${lastKeys.join()})`,
    );
    const step = Number(found[0]?.[2]);
    const idOf = new Map(found.map(([testKey, id]) => [Number(testKey), Number(id)]));
    const ids = new Float64Array(this.run.testCount);
    for (const { start, rows, firstId } of this.#statements) {
      if (idOf.get(this.#keyAt(start + rows - 1)) !== firstId + (rows - 1) * step) return null;
      for (let row = 0; row < rows; row++) ids[this.run.positionsByKey[start + row] ?? 0] = firstId + row * step;
    }
    return ids;
  }

  async #read(session: Session): Promise<Float64Array> {
    const ids = new Float64Array(this.run.testCount);
    for (let row = 0; ;) {
      const after = row === 0 ? 0 : this.#keyAt(row - 1);
      const found = await session.arrays(
        `SELECT test_runs.test_id, test_runs.id FROM test_runs
          WHERE test_runs.run_id = ${this.runId} AND test_runs.test_id > ${after} ORDER BY test_runs.test_id LIMIT ${IDS_AT_A_TIME}`,
      );
      for (const [, id] of found) ids[this.run.positionsByKey[row++] ?? 0] = Number(id);
      if (found.length < IDS_AT_A_TIME) return ids;
    }
  }

  #keyAt(row: number): number {
    return this.run.testKeyOf(this.run.positionsByKey[row] ?? 0);
  }
}
