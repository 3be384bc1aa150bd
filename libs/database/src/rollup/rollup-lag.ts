import type { Database } from '../connection/database';

export interface RollupLag {
  /** Runs that are stored but not rolled up yet. */
  readonly pendingRuns: number;
  /** Since the oldest of them was received; 0 where there is none. */
  readonly seconds: number;
}

/** How far the shared rows are behind the runs. */
export async function rollupLag(database: Database): Promise<RollupLag> {
  const [row] = await database.rows<{ pendingRuns: number; seconds: number | null }>(
    `SELECT COUNT(*) AS pendingRuns,
            TIMESTAMPDIFF(MICROSECOND, MIN(tm_runs.received_at), UTC_TIMESTAMP(6)) / 1e6 AS seconds
       FROM tm_rollup_pending JOIN tm_runs ON tm_runs.run_id = tm_rollup_pending.run_id`,
  );
  return { pendingRuns: row?.pendingRuns ?? 0, seconds: Math.max(0, row?.seconds ?? 0) };
}
