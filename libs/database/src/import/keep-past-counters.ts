import type { Database } from '../connection/database';
import { advanceImport } from './import-state';

const SUCCESS = 'GREATEST(0, CAST(past.success AS SIGNED) - CAST(COALESCE(tm_import_counts.success, 0) AS SIGNED))';
const FAILURE = 'GREATEST(0, CAST(past.failure AS SIGNED) - CAST(COALESCE(tm_import_counts.failure, 0) AS SIGNED))';
const SECONDS = 'GREATEST(0, COALESCE(past.seconds - COALESCE(tm_import_counts.seconds, 0), 0))';

/** What the reference's counters have beyond the rows that are left. Its mean is of all successes. */
const REST = `
  SELECT past.test_id, ${SUCCESS} AS success, ${FAILURE} AS failure, IF(past.seconds IS NULL, 0, ${SUCCESS}) AS timed,
         IF(${SUCCESS} > 0, ${SECONDS}, 0) AS timed_seconds
    FROM (SELECT tm_import_tests.new_id AS test_id, COALESCE(SUM(tm_import_tests.success), 0) AS success,
                 COALESCE(SUM(tm_import_tests.failure), 0) AS failure,
                 SUM(tm_import_tests.run_time * tm_import_tests.success) AS seconds
            FROM tm_import_tests GROUP BY tm_import_tests.new_id) AS past
    LEFT JOIN tm_import_counts ON tm_import_counts.test_id = past.test_id
  HAVING success > 0 OR failure > 0`;

/**
 * The reference's counters go on counting test runs that it has expired. What they have beyond the rows that are left is kept as
 * that of pruned rows is, so that nobody's totals shrink.
 */
export async function keepPastCounters(database: Database): Promise<void> {
  await database.transaction(async (session) => {
    await session.execute(
      `UPDATE tests JOIN (${REST}) AS rest ON rest.test_id = tests.id
          SET tests.run_count = COALESCE(tests.run_count, 0) + rest.success + rest.failure,
              tests.success = COALESCE(tests.success, 0) + rest.success,
              tests.failure = COALESCE(tests.failure, 0) + rest.failure,
              tests.tm_timed_successes = tests.tm_timed_successes + rest.timed,
              tests.tm_timed_seconds = tests.tm_timed_seconds + rest.timed_seconds`,
    );
    // A statement of its own: with several tables nobody says in which order values are set.
    await session.execute(
      `UPDATE tests JOIN (${REST}) AS rest ON rest.test_id = tests.id
          SET tests.run_time = tests.tm_timed_seconds / tests.tm_timed_successes WHERE tests.tm_timed_successes > 0`,
    );
    await session.execute(
      `INSERT INTO tm_pruned_tests (test_id, success, failure, timed, timed_seconds)
       SELECT rest.test_id, rest.success, rest.failure, rest.timed, rest.timed_seconds FROM (${REST}) AS rest
           ON DUPLICATE KEY UPDATE success = tm_pruned_tests.success + VALUES(success),
              failure = tm_pruned_tests.failure + VALUES(failure), timed = tm_pruned_tests.timed + VALUES(timed),
              timed_seconds = tm_pruned_tests.timed_seconds + VALUES(timed_seconds)`,
    );
    await advanceImport(session, { phase: 'rollup' });
  });
}
