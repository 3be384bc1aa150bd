import type { Session } from '../connection/session';
import { createTable } from './create-table';
import type { Migration } from './migration';

/** Test runs that one statement looks at: their sort fits into the server's memory. */
const TEST_RUNS_PER_STEP = 200_000;

const TABLE = createTable({
  migration: '20261126-40-create-test-timings',
  table: 'tm_test_timings',
  columns: `
    job_id INT UNSIGNED NOT NULL,
    project_id INT UNSIGNED NOT NULL,
    branch_id INT UNSIGNED NOT NULL,
    test_id BIGINT NOT NULL,
    recent VARBINARY(200) NOT NULL,
    last_seen DATETIME(6) NOT NULL,
    last_run_id BIGINT NOT NULL,
    label_set_id INT UNSIGNED NULL,
    PRIMARY KEY (job_id, project_id, branch_id, test_id),
    KEY ix_tm_test_timings_test (test_id)
  `,
});

/** The newest durations of a test; those of runs that are in the shared rows already are read from the raw ones. */
export const createTestTimings: Migration = {
  ...TABLE,
  up: async (context) => {
    await TABLE.up(context);
    const { session } = context;
    const [sizes] = await session.arrays(
      'SELECT (SELECT COALESCE(SUM(tm_runs.tests), 0) FROM tm_runs), (SELECT COALESCE(MAX(tests.id), 0) FROM tests)',
    );
    const [testRuns, lastTest] = [Number(sizes?.[0] ?? 0), Number(sizes?.[1] ?? 0)];
    if (testRuns === 0) return;
    const width = Math.ceil((lastTest + 1) / Math.ceil(testRuns / TEST_RUNS_PER_STEP));
    for (let from = 0; from <= lastTest; from += width) await fill(session, from, from + width);
  },
  // What it holds is made of raw rows, and made again on the way up.
  down: async ({ session }) => {
    await session.execute('DROP TABLE IF EXISTS tm_test_timings');
  },
};

const FINAL = "('success', 'xfail', 'fail', 'uxsuccess', 'skip')";
const MICROS = `TIMESTAMPDIFF(SECOND, test_runs.start_time, test_runs.stop_time) * 1000000
  + COALESCE(test_runs.stop_time_microsecond, 0) - COALESCE(test_runs.start_time_microsecond, 0)`;
const SECONDS = "LEAST(4294967295, GREATEST(0, TIMESTAMPDIFF(SECOND, '1970-01-01', tm_runs.run_at)))";
const CODE =
  "CASE WHEN test_runs.status IN ('success', 'xfail') THEN 1 WHEN test_runs.status = 'skip' THEN 3 ELSE 2 END";
const PLACE = 'timed.job_id, timed.project_id, timed.branch_id, timed.test_id';

/** IGNORE lets a migration that died half way run again. */
async function fill(session: Session, from: number, before: number): Promise<void> {
  await session.execute(
    `INSERT IGNORE INTO tm_test_timings (job_id, project_id, branch_id, test_id, recent, last_seen, last_run_id, label_set_id)
     SELECT ${PLACE.replaceAll('timed.', 'placed.')},
            UNHEX(GROUP_CONCAT(IF(placed.place <= 20, placed.entry, NULL) ORDER BY placed.place SEPARATOR '')),
            MAX(IF(placed.age = 1, placed.run_at, NULL)), MAX(IF(placed.age = 1, placed.run_id, NULL)),
            MAX(IF(placed.age = 1, placed.label_set_id, NULL))
       FROM (SELECT timed.*, ROW_NUMBER() OVER (PARTITION BY ${PLACE} ORDER BY timed.entry DESC) AS place,
                    ROW_NUMBER() OVER (PARTITION BY ${PLACE} ORDER BY timed.run_at DESC, timed.run_id DESC) AS age
               FROM (SELECT known.*, CONCAT(LPAD(HEX(known.seconds), 8, '0'), '0', known.code,
                                            LPAD(HEX(LEAST(known.micros, 1099511627775)), 10, '0')) AS entry
                       FROM (SELECT tm_runs.job_id, tm_runs.project_id, tm_runs.branch_id, test_runs.test_id, tm_runs.run_at,
                                    tm_runs.run_id, test_runs.tm_label_set_id AS label_set_id,
                                    ${MICROS} AS micros, ${SECONDS} AS seconds, ${CODE} AS code
                               FROM test_runs JOIN tm_runs ON tm_runs.run_id = test_runs.run_id
                              WHERE test_runs.test_id >= ${from} AND test_runs.test_id < ${before}
                                AND test_runs.status IN ${FINAL} AND NOT tm_runs.infra
                                AND tm_runs.run_id NOT IN (SELECT tm_rollup_pending.run_id FROM tm_rollup_pending)) AS known
                      WHERE known.micros >= 0) AS timed) AS placed
      GROUP BY ${PLACE.replaceAll('timed.', 'placed.')}`,
  );
}
