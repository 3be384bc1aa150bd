import type { Database } from '../connection/database';
import type { Session } from '../connection/session';
import { fence } from '../rollup/lease';

/** Its row in tm_leases says that the shared rows are being emptied: nothing may be rolled up until that is done. */
const RESET = 'reset';
const TESTS_PER_STATEMENT = 50_000;
const LOCK_WAIT_SECONDS = 600;

const ROLLUP_TABLES = [
  'tm_test_days',
  'tm_test_day_durations',
  'tm_test_months',
  'tm_job_days',
  'tm_job_day_durations',
  'tm_metadata_days',
  'tm_test_states',
  'tm_test_timings',
] as const;

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
    `INSERT INTO tm_rollup_pending (run_id, run_at, again) SELECT tm_runs.run_id, tm_runs.run_at, 1 FROM tm_runs
         ON DUPLICATE KEY UPDATE again = tm_rollup_pending.again`,
  );
  await session.execute('UPDATE tm_runs SET tm_runs.rollup_seq = NULL WHERE tm_runs.rollup_seq IS NOT NULL');
  for (const table of ROLLUP_TABLES) await session.execute(`TRUNCATE TABLE ${table}`);
  const [last] = await session.arrays('SELECT COALESCE(MAX(tests.id), 0) FROM tests');
  for (let from = 0; from <= Number(last?.[0] ?? 0); from += TESTS_PER_STATEMENT) {
    await session.execute(
      `UPDATE tests SET tests.run_count = 0, tests.success = 0, tests.failure = 0, tests.run_time = NULL,
              tests.tm_timed_successes = 0, tests.tm_timed_seconds = 0
        WHERE tests.id >= ${from} AND tests.id < ${from + TESTS_PER_STATEMENT}`,
    );
  }
  await session.execute('DELETE FROM tm_leases WHERE tm_leases.name = ?', [RESET]);
}
