import type { Database } from '../connection/database';

const TESTS_AT_A_TIME = 5_000;

/** How long a test takes on the average. */
export interface TestTime {
  readonly name: string;
  /** Mean of its passed test runs. */
  readonly seconds: number;
}

/** Every test with a duration, as `sql2subunit --average` takes them: all jobs, all runs, in the order of their first upload. */
export async function* readTestTimes(database: Database): AsyncGenerator<readonly TestTime[]> {
  for (let after = 0; ;) {
    const rows = await database.session((session) =>
      session.arrays(
        `SELECT tests.id, tests.test_id, tests.run_time FROM tests WHERE tests.id > ${after} ORDER BY tests.id LIMIT ${TESTS_AT_A_TIME}`,
      ),
    );
    after = Number(rows.at(-1)?.[0] ?? after);
    const times = rows.map(([, name, seconds]) => ({ name: String(name), seconds: Number(seconds ?? 0) }));
    const known = times.filter(({ seconds }) => seconds > 0);
    if (known.length > 0) yield known;
    if (rows.length < TESTS_AT_A_TIME) return;
  }
}
