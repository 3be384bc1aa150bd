import type { Database } from '../connection/database';
import type { Session } from '../connection/session';
import { SWAPPED } from './layout';

/** Metadata of this many newest runs are looked at again. */
const NEWEST_RUNS = 1_000;

/**
 * Rows that the reference's tools wrote for runs which were being copied: its tools write a run row by row, so a run may have been
 * copied in part. May be repeated.
 */
export async function copyTail(database: Database, firstTestRunId: number): Promise<void> {
  await database.transaction(async (session) => {
    await session.execute(
      `INSERT INTO test_runs (id, test_id, run_id, status, start_time, stop_time, start_time_microsecond, stop_time_microsecond)
       SELECT old_rows.id, tm_import_tests.new_id, tm_import_runs.new_id, old_rows.status, old_rows.start_time, old_rows.stop_time,
              old_rows.start_time_microsecond, old_rows.stop_time_microsecond
         FROM ${SWAPPED.source('test_runs')} AS old_rows
         JOIN tm_import_runs ON tm_import_runs.old_id = old_rows.run_id AND tm_import_runs.known = 0
         JOIN tm_import_tests ON tm_import_tests.old_id = old_rows.test_id
         LEFT JOIN test_runs AS there ON there.run_id = tm_import_runs.new_id AND there.test_id = tm_import_tests.new_id
        WHERE old_rows.id > ${firstTestRunId} AND there.id IS NULL`,
    );
    for (const [table, columns] of ROWS_OF_TEST_RUNS) await copyRowsOfTestRuns(session, table, columns, firstTestRunId);
    await session.execute(
      `INSERT INTO run_metadata (\`key\`, value, run_id)
       SELECT old_rows.\`key\`, old_rows.value, newest.new_id
         FROM (SELECT tm_import_runs.old_id, tm_import_runs.new_id FROM tm_import_runs WHERE tm_import_runs.known = 0
                ORDER BY tm_import_runs.old_id DESC LIMIT ${NEWEST_RUNS}) AS newest
         JOIN ${SWAPPED.source('run_metadata')} AS old_rows ON old_rows.run_id = newest.old_id
         LEFT JOIN run_metadata AS there ON there.run_id = newest.new_id AND there.\`key\` <=> CONVERT(old_rows.\`key\` USING utf8mb4)
        WHERE there.id IS NULL`,
    );
  });
}

const ROWS_OF_TEST_RUNS = [
  ['test_run_metadata', '`key`, value'],
  ['attachments', 'label, attachment'],
] as const;

async function copyRowsOfTestRuns(session: Session, table: string, columns: string, after: number): Promise<void> {
  await session.execute(
    `INSERT INTO ${table} (test_run_id, ${columns})
     SELECT old_rows.test_run_id, ${columns
       .split(', ')
       .map((column) => `old_rows.${column}`)
       .join(', ')}
       FROM ${SWAPPED.source(table)} AS old_rows
       JOIN test_runs ON test_runs.id = old_rows.test_run_id
       LEFT JOIN ${table} AS there ON there.test_run_id = old_rows.test_run_id
      WHERE old_rows.test_run_id > ${after} AND there.id IS NULL`,
  );
}
