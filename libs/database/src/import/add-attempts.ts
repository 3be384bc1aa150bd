import type { Database } from '../connection/database';
import type { Layout } from './layout';

/** Rows of tests that stand for one name, in the order in which the source numbered them. */
function mergedRows(layout: Layout, testRunOffset: number): string {
  return `
    SELECT tm_import_runs.new_id AS run_id, tm_import_tests.new_id AS test_id, source_test_runs.id + ${testRunOffset} AS id,
           LEFT(COALESCE(source_test_runs.status, 'unknown'), 16) AS status,
           TIMESTAMPADD(MICROSECOND, COALESCE(source_test_runs.start_time_microsecond, 0), source_test_runs.start_time) AS started_at,
           TIMESTAMPADD(MICROSECOND, COALESCE(source_test_runs.stop_time_microsecond, 0), source_test_runs.stop_time) AS stopped_at,
           ROW_NUMBER() OVER (PARTITION BY tm_import_runs.new_id, tm_import_tests.new_id ORDER BY source_test_runs.id) AS attempt,
           COUNT(*) OVER (PARTITION BY tm_import_runs.new_id, tm_import_tests.new_id) AS attempts
      FROM (SELECT tm_import_tests.new_id FROM tm_import_tests GROUP BY tm_import_tests.new_id HAVING COUNT(*) > 1) AS merged
      JOIN tm_import_tests ON tm_import_tests.new_id = merged.new_id
      JOIN ${layout.source('test_runs')} AS source_test_runs ON source_test_runs.test_id = tm_import_tests.old_id
      JOIN tm_import_runs ON tm_import_runs.old_id = source_test_runs.run_id AND tm_import_runs.known = 0`;
}

/**
 * Where a run has several rows of one name, because the reference had made several tests of it, they are attempts.
 * May be repeated.
 */
export async function addAttempts(database: Database, layout: Layout, testRunOffset: number): Promise<void> {
  await database.transaction(async (session) => {
    await session.execute(
      `INSERT INTO tm_attempts (run_id, test_id, attempt, status, started_at, stopped_at)
       SELECT numbered.run_id, numbered.test_id, numbered.attempt, numbered.status, numbered.started_at, numbered.stopped_at
         FROM (${mergedRows(layout, testRunOffset)}) AS numbered WHERE numbered.attempts > 1
           ON DUPLICATE KEY UPDATE attempt = tm_attempts.attempt`,
    );
    await session.execute(
      `UPDATE test_runs
         JOIN (SELECT tm_attempts.run_id, tm_attempts.test_id, COUNT(*) AS attempts,
                      MAX(tm_attempts.status IN ('fail', 'uxsuccess')) AND MAX(tm_attempts.status IN ('success', 'xfail')) AS flaky
                 FROM tm_attempts JOIN tm_import_runs ON tm_import_runs.new_id = tm_attempts.run_id AND tm_import_runs.known = 0
                GROUP BY tm_attempts.run_id, tm_attempts.test_id) AS several
           ON several.run_id = test_runs.run_id AND several.test_id = test_runs.test_id
          SET test_runs.tm_attempts = several.attempts, test_runs.tm_flaky = several.flaky`,
    );
  });
}
