import type { Database } from '../connection/database';
import type { Session } from '../connection/session';
import { fence } from '../rollup/lease';
import { AGAIN, IN_DAYS, IN_STATES } from '../rollup/read-batch';
import { emptyRollups } from './empty-rollups';

/** Its row in tm_leases says that the shared rows are being emptied: nothing may be rolled up until that is done. */
const RESET = 'reset';
const TESTS_PER_STATEMENT = 50_000;
const LOCK_WAIT_SECONDS = 600;

export async function isResetUnderWay(session: Session): Promise<boolean> {
  const rows = await session.arrays('SELECT 1 FROM tm_leases WHERE tm_leases.name = ?', [RESET]);
  return rows.length > 0;
}

/** From now on the shared rows count as empty, whatever dies when. The rollup lease must be held. */
export async function beginReset(database: Database, holder: string): Promise<void> {
  await database.transaction(async (session) => {
    await fence(session, holder);
    await session.execute(
      "INSERT INTO tm_leases (name, holder, expires_at) VALUES (?, ?, '9999-12-31') ON DUPLICATE KEY UPDATE holder = VALUES(holder)",
      [RESET, holder],
    );
  });
}

/**
 * Empties the shared rows and marks every run, where a reset was begun; may be repeated after a crash, by anyone.
 * The emptying statements cannot be part of a transaction, so one session does all of them under a lock that dies with it.
 */
export async function finishReset(database: Database): Promise<void> {
  await database.session(async (session) => {
    const lock = "CONCAT('tm_reset.', LEFT(SHA2(DATABASE(), 256), 32))";
    const [answer] = await session.arrays(`SELECT GET_LOCK(${lock}, ${LOCK_WAIT_SECONDS})`);
    if (answer?.[0] !== 1) throw new Error(`Another process has been emptying the rollups for ${LOCK_WAIT_SECONDS} s.`);
    try {
      if (await isResetUnderWay(session)) await emptyEverything(session);
    } finally {
      await session.arrays(`SELECT RELEASE_LOCK(${lock})`);
    }
  });
}

async function emptyEverything(session: Session): Promise<void> {
  await session.execute(
    `INSERT INTO tm_rollup_pending (run_id, run_at, again) 
     SELECT tm_runs.run_id, tm_runs.run_at,
            ${AGAIN} + IF(tm_pruned_days.day IS NULL, 0, ${IN_DAYS}) + IF(tm_pruned_places.job_id IS NULL, 0, ${IN_STATES})
       FROM tm_runs
       LEFT JOIN tm_pruned_days ON tm_pruned_days.series_id = tm_runs.series_id AND tm_pruned_days.day = tm_runs.day
       LEFT JOIN tm_pruned_places ON tm_pruned_places.job_id = tm_runs.job_id AND tm_pruned_places.branch_id = tm_runs.branch_id
         ON DUPLICATE KEY UPDATE again = tm_rollup_pending.again`,
  );
  // Where histories are given, the order in which runs came into them is, too.
  await session.execute(
    `UPDATE tm_runs LEFT JOIN tm_pruned_places ON tm_pruned_places.job_id = tm_runs.job_id AND tm_pruned_places.branch_id = tm_runs.branch_id
        SET tm_runs.rollup_seq = NULL WHERE tm_runs.rollup_seq IS NOT NULL AND tm_pruned_places.job_id IS NULL`,
  );
  await emptyRollups(session);
  const [last] = await session.arrays('SELECT COALESCE(MAX(tests.id), 0) FROM tests');
  for (let from = 0; from <= Number(last?.[0] ?? 0); from += TESTS_PER_STATEMENT) {
    await session.execute(
      `UPDATE tests LEFT JOIN tm_pruned_tests ON tm_pruned_tests.test_id = tests.id
          SET tests.run_count = COALESCE(tm_pruned_tests.success + tm_pruned_tests.failure, 0),
              tests.success = COALESCE(tm_pruned_tests.success, 0), tests.failure = COALESCE(tm_pruned_tests.failure, 0),
              tests.tm_timed_successes = COALESCE(tm_pruned_tests.timed, 0),
              tests.tm_timed_seconds = COALESCE(tm_pruned_tests.timed_seconds, 0),
              tests.run_time = IF(tm_pruned_tests.timed > 0, tm_pruned_tests.timed_seconds / tm_pruned_tests.timed, NULL)
        WHERE tests.id >= ${from} AND tests.id < ${from + TESTS_PER_STATEMENT}`,
    );
  }
  await session.execute('DELETE FROM tm_leases WHERE tm_leases.name = ?', [RESET]);
}
