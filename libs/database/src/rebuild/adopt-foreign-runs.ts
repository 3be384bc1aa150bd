import {
  DEFAULT_METADATA_KEYS,
  dimensionsOf,
  isFailedRun,
  isInfraRun,
  type MetadataKeys,
  type RunTotals,
} from '@testmetrics/domain';

import { FOREIGN_RUNS_SQL } from '../check/orphan-checks';
import { IS_FAILED, IS_UNFINISHED, MICROS, OUTCOME_SUMS } from '../check/test-run-facts';
import type { Database } from '../connection/database';
import type { Session } from '../connection/session';
import { parseTime } from '../sql/parse-time';
import { dayOf, timeLiteral } from '../sql/time-literal';
import { readMetadata } from '../store/find-run';
import { SeriesResolver, type RunPlaceIds } from '../store/resolve-series';

interface ForeignTotals extends RunTotals {
  readonly runAt: string;
}

/** Gives every run that the reference's tools wrote the facts that our own runs have, and marks it for the rollup. */
export async function adoptForeignRuns(
  database: Database,
  keys: MetadataKeys = DEFAULT_METADATA_KEYS,
): Promise<number> {
  const resolver = new SeriesResolver();
  const foreign = await database.rows<{ run_id: number }>(FOREIGN_RUNS_SQL);
  for (const { run_id: runId } of foreign) {
    const place = await database.session(async (session) => {
      const metadata = await readMetadata(session, [runId]);
      return resolver.resolve(session, dimensionsOf(metadata.get(runId) ?? new Map(), keys));
    });
    await database.transaction((session) => adopt(session, runId, place));
  }
  return foreign.length;
}

async function adopt(session: Session, runId: number, place: RunPlaceIds): Promise<void> {
  const totals = await readTotals(session, runId);
  const runAt = timeLiteral(parseTime(totals.runAt));
  const failed = isFailedRun(totals, { runnerFailed: false });
  await session.execute(
    `INSERT INTO tm_runs (run_id, series_id, job_id, project_id, branch_id, queue_id, commit_id, day, run_at, received_at,
        tests, success, fail, skip, xfail, uxsuccess, unfinished, flaky, run_seconds, wall_seconds, failed, complete, infra)
     VALUES (?, '${dayOf(parseTime(totals.runAt))}', ${runAt}, ${runAt}, ?)`,
    [
      [runId, place.seriesId, place.jobId, place.projectId, place.branchId, place.queueId, place.commitId],
      [
        ...[totals.total, totals.success, totals.fail, totals.skip, totals.xfail, totals.uxsuccess, totals.unfinished],
        ...[totals.flaky, totals.secondsSum, totals.secondsWall],
        ...[failed, totals.unfinished === 0, isInfraRun(totals)].map(Number),
      ],
    ],
  );
  await session.execute(
    `INSERT INTO tm_failures (run_id, test_id, series_id, run_at, status, flaky, message)
     SELECT test_runs.run_id, test_runs.test_id, ${place.seriesId}, ${runAt}, COALESCE(test_runs.status, 'unknown'), test_runs.tm_flaky, NULL
       FROM test_runs WHERE test_runs.run_id = ${runId} AND (test_runs.tm_flaky OR ${IS_FAILED} OR ${IS_UNFINISHED})`,
  );
  await session.execute(`INSERT INTO tm_rollup_pending (run_id, run_at, again) VALUES (${runId}, ${runAt}, 1)`);
}

async function readTotals(session: Session, runId: number): Promise<ForeignTotals> {
  const [row] = await session.rows<ForeignTotals>(
    `SELECT COALESCE(runs.run_at, '1970-01-01 00:00:00') AS runAt, sums.*
       FROM runs
       JOIN (SELECT COUNT(*) AS total, ${OUTCOME_SUMS}, COALESCE(SUM(${MICROS}), 0) / 1e6 AS secondsSum,
                    COALESCE(TIMESTAMPDIFF(MICROSECOND,
                      MIN(TIMESTAMPADD(MICROSECOND, COALESCE(test_runs.start_time_microsecond, 0), test_runs.start_time)),
                      MAX(TIMESTAMPADD(MICROSECOND, COALESCE(test_runs.stop_time_microsecond, 0), test_runs.stop_time))), 0) / 1e6
                      AS secondsWall
               FROM test_runs WHERE test_runs.run_id = ${runId}) AS sums
      WHERE runs.id = ${runId}`,
  );
  if (row === undefined) throw new Error(`Run ${runId} went away while it was adopted.`);
  const numbers = Object.entries(row).map(([name, value]) => [
    name,
    name === 'runAt' ? String(value) : Number(value ?? 0),
  ]);
  // Sums over no rows are NULL; every column of the type is in the statement.
  return Object.fromEntries(numbers) as unknown as ForeignTotals;
}
