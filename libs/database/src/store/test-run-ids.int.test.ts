import { openTestDatabase, type OpenTestDatabase } from '../testing/open-test-database';
import { TestRunIds } from './test-run-ids';

let open: OpenTestDatabase;

beforeAll(async () => {
  open = await openTestDatabase();
});
afterAll(() => open.close());

/** The third test has the smallest key, and so on. */
const RUN = {
  testCount: 3,
  positionsByKey: Uint32Array.of(2, 0, 1),
  testKeyOf: (position: number) => [20, 30, 10][position] ?? 0,
};

interface Inserted {
  readonly runId: number;
  /** What the server adds from row to row. */
  readonly increment?: number;
  /** Rows of each statement. */
  readonly statements: readonly number[];
  /** What is said of the first number of each, beside the truth. */
  readonly error?: number;
}

/** Rows of test_runs for the three keys, and the numbers that are found for them beside those that they have. */
async function numbersOf({ runId, increment = 1, statements, error = 0 }: Inserted) {
  return open.database.session(async (session) => {
    await session.execute(`SET SESSION auto_increment_increment = ${increment}`);
    const ids = new TestRunIds(runId, RUN);
    const keys = [10, 20, 30];
    for (const rows of statements) {
      const values = keys.splice(0, rows).map((key) => `(${runId}, ${key}, 'success')`);
      const { insertId } = await session.execute(
        `INSERT INTO test_runs (run_id, test_id, status) VALUES ${values.join()}`,
      );
      ids.count(rows, insertId + error);
    }
    const found = await ids.byPosition(session);
    await session.execute('SET SESSION auto_increment_increment = 1');
    const stored = await session.arrays(`SELECT test_id, id FROM test_runs WHERE run_id = ${runId}`);
    const idOfKey = new Map(stored.map(([key, id]) => [Number(key), Number(id)]));
    return { found: [...found], stored: [20, 30, 10].map((key) => idOfKey.get(key)) };
  });
}

describe('TestRunIds', () => {
  it.each([
    ['of one statement', { runId: 1, statements: [3] }],
    ['of several statements', { runId: 2, statements: [1, 2] }],
    ['of a server that counts in steps', { runId: 3, statements: [2, 1], increment: 7 }],
  ])('should count the numbers %s', async (_what, inserted) => {
    const { found, stored } = await numbersOf(inserted);
    expect(found).toEqual(stored);
  });

  it('should read the numbers where they are not as counted', async () => {
    const { found, stored } = await numbersOf({ runId: 4, statements: [2, 1], error: 1 });
    expect(found).toEqual(stored);
  });
});
