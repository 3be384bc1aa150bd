import { IS_FAILED, IS_PASSED, PASSED_MICROS } from '../check/test-run-facts';
import type { Session } from '../connection/session';

/** A run that loses its raw rows. */
export interface RunToPrune {
  readonly runId: number;
  readonly tests: number;
  /** 1: its tests are gone already. */
  readonly marked: number;
}

/**
 * Notes what the rows of the runs have added to shared ones, and that they are gone: from this transaction on neither the check
 * nor a rebuild looks at them, whether they are still there or not.
 */
export async function markRuns(session: Session, runs: readonly RunToPrune[], keepRuns: boolean): Promise<void> {
  const fresh = runs.filter(({ marked }) => marked === 0).map(({ runId }) => runId);
  if (!keepRuns) await countDays(session, runs, { runs: 0, removedRuns: 1 });
  if (fresh.length === 0) return;
  await session.execute(
    `INSERT INTO tm_pruned_tests (test_id, success, failure, timed, timed_seconds)
     SELECT test_runs.test_id, COALESCE(SUM(${IS_PASSED}), 0), COALESCE(SUM(${IS_FAILED}), 0), COUNT(${PASSED_MICROS}),
            COALESCE(SUM(${PASSED_MICROS}), 0) / 1e6
       FROM test_runs WHERE test_runs.run_id IN (${fresh.join()}) GROUP BY test_runs.test_id ORDER BY test_runs.test_id
         ON DUPLICATE KEY UPDATE success = tm_pruned_tests.success + VALUES(success),
            failure = tm_pruned_tests.failure + VALUES(failure), timed = tm_pruned_tests.timed + VALUES(timed),
            timed_seconds = tm_pruned_tests.timed_seconds + VALUES(timed_seconds)`,
  );
  await countDays(
    session,
    runs.filter(({ marked }) => marked === 0),
    { runs: 1, removedRuns: 0 },
  );
  await session.execute(
    `INSERT INTO tm_pruned_places (job_id, branch_id, after_seq)
     SELECT DISTINCT tm_runs.job_id, tm_runs.branch_id, last.seq
       FROM tm_runs, (SELECT COALESCE(MAX(tm_runs.rollup_seq), 0) AS seq FROM tm_runs) AS last
      WHERE tm_runs.run_id IN (${fresh.join()})
         ON DUPLICATE KEY UPDATE after_seq = GREATEST(tm_pruned_places.after_seq, VALUES(after_seq))`,
  );
  await session.execute(`INSERT INTO tm_pruned_runs (run_id) VALUES ${fresh.map((runId) => `(${runId})`).join()}`);
}

async function countDays(
  session: Session,
  runs: readonly RunToPrune[],
  each: { readonly runs: 0 | 1; readonly removedRuns: 0 | 1 },
): Promise<void> {
  await session.execute(
    `INSERT INTO tm_pruned_days (series_id, day, runs, removed_runs)
     SELECT tm_runs.series_id, tm_runs.day, ${each.runs} * COUNT(*), ${each.removedRuns} * COUNT(*) FROM tm_runs
      WHERE tm_runs.run_id IN (${runs.map(({ runId }) => runId).join()}) GROUP BY tm_runs.series_id, tm_runs.day ORDER BY 1, 2
         ON DUPLICATE KEY UPDATE runs = tm_pruned_days.runs + VALUES(runs),
            removed_runs = tm_pruned_days.removed_runs + VALUES(removed_runs)`,
  );
}
