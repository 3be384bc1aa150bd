import type { Database } from '../connection/database';
import type { Session } from '../connection/session';

/** Rows of one table that go in one statement, so that no transaction is long. */
const ROWS_AT_A_TIME = 5_000;

/** Tables whose rows name the test run. */
const OF_TEST_RUNS = ['test_run_metadata', 'attachments'] as const;

/** Tables whose rows name the run, and that say something of its tests. */
const OF_TESTS = ['test_runs', 'tm_attempts', 'tm_failures', 'tm_run_attachments'] as const;

/** Tables that say something of the run itself; `runs` last, so that no row ever lies there without its run. */
const OF_RUN = ['run_metadata', 'tm_uploads', 'tm_runs', 'tm_pruned_runs'] as const;

/** Removes the files and labels of the runs' tests, whatever is left of them. */
export async function removeRowsOfTestRuns(database: Database, runIds: readonly number[]): Promise<void> {
  for (const table of OF_TEST_RUNS) {
    for (const runId of runIds) {
      await database.execute(
        `DELETE ${table} FROM test_runs JOIN ${table} ON ${table}.test_run_id = test_runs.id WHERE test_runs.run_id = ${runId}`,
      );
    }
  }
}

/** Removes what is left of the runs' tests. Only old rows are locked, a few at a time: uploads add rows behind them. */
export async function removeTests(database: Database, runIds: readonly number[]): Promise<void> {
  await removeRowsOfTestRuns(database, runIds);
  for (const table of OF_TESTS) {
    for (;;) {
      const { affectedRows } = await database.session((session) =>
        session.execute(`DELETE FROM ${table} WHERE ${table}.run_id IN (${runIds.join()}) LIMIT ${ROWS_AT_A_TIME}`),
      );
      if (affectedRows < ROWS_AT_A_TIME) break;
    }
  }
}

/** Removes the runs, whose tests are gone by now. */
export async function removeRuns(session: Session, runIds: readonly number[]): Promise<void> {
  for (const table of OF_RUN) await session.execute(`DELETE FROM ${table} WHERE ${table}.run_id IN (${runIds.join()})`);
  await session.execute(`DELETE FROM runs WHERE runs.id IN (${runIds.join()})`);
}

/** The runs stay; nothing is left to be removed of their tests. */
export async function markCleaned(session: Session, runIds: readonly number[]): Promise<void> {
  await session.execute(
    `UPDATE tm_pruned_runs SET tm_pruned_runs.cleaned = 1 WHERE tm_pruned_runs.run_id IN (${runIds.join()})`,
  );
}
