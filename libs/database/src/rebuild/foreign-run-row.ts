import { isFailedRun, isInfraRun } from '@testmetrics/domain';

import { dayOf, timeLiteral } from '../sql/time-literal';
import type { RunPlaceIds } from '../store/resolve-series';
import type { ForeignTotals } from './read-foreign-totals';

export const RUN_FACTS_COLUMNS =
  'tm_runs (run_id, series_id, job_id, project_id, branch_id, queue_id, commit_id, day, run_at, received_at, tests, success, fail, ' +
  'skip, xfail, uxsuccess, unfinished, flaky, run_seconds, wall_seconds, failed, complete, infra)';

/** The facts of an adopted run. One of which only part of the tests were stored, or that never ended, is not complete. */
export function foreignRunRow(run: ForeignTotals, place: RunPlaceIds): string {
  const runAt = timeLiteral(run.runAtMicros);
  const complete = run.unfinished === 0 && run.claimedTests <= Math.max(run.storedTests, run.total);
  const flags = [isFailedRun(run, { runnerFailed: false }), complete, isInfraRun(run)].map(Number);
  return `(${[
    ...[run.runId, place.seriesId, place.jobId, place.projectId, place.branchId, place.queueId, place.commitId],
    ...[`'${dayOf(run.runAtMicros)}'`, runAt, runAt],
    ...[run.total, run.success, run.fail, run.skip, run.xfail, run.uxsuccess, run.unfinished, run.flaky],
    ...[run.secondsSum, run.secondsWall, ...flags],
  ].join()})`;
}

/** What is the run's own is there already, so it is rolled up as if again. */
export function pendingRow({ runId, runAtMicros }: ForeignTotals): string {
  return `(${runId},${timeLiteral(runAtMicros)},1)`;
}
