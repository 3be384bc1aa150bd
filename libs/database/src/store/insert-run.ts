import type { RunToStore } from '@testmetrics/domain';

import type { Session } from '../connection/session';
import { dayOf, splitTime, timeLiteral } from '../sql/time-literal';
import type { RunPlaceIds } from './resolve-series';

/** Inserts the row that carries the uuid, and gives its id; a second run of that uuid ends here with a duplicate key. */
export async function insertRun(session: Session, run: RunToStore): Promise<number> {
  const { totals } = run;
  const { insertId } = await session.execute(
    'INSERT INTO runs (uuid, skips, fails, passes, run_time, artifacts, run_at) ' +
      `VALUES (?, ?, ?, ?, ?, ?, ${splitTime(run.runAtMicros).literal})`,
    [
      run.uuid,
      totals.skip,
      totals.fail + totals.uxsuccess,
      totals.success + totals.xfail,
      totals.secondsSum,
      run.artifacts,
    ],
  );
  return insertId;
}

export async function insertRunFacts(
  session: Session,
  runId: number,
  run: RunToStore,
  place: RunPlaceIds,
): Promise<void> {
  const { totals } = run;
  const times = `'${dayOf(run.runAtMicros)}', ${timeLiteral(run.runAtMicros)}, ${timeLiteral(run.receivedAtMicros)}`;
  await session.execute(
    'INSERT INTO tm_runs (run_id, series_id, job_id, project_id, branch_id, queue_id, commit_id, day, run_at, received_at, ' +
      'tests, success, fail, skip, xfail, uxsuccess, unfinished, flaky, run_seconds, wall_seconds, ' +
      `failed, complete, infra, sample) VALUES (?, ?, ?, ?, ?, ?, ?, ${times}, ?)`,
    [
      ...[runId, place.seriesId, place.jobId, place.projectId, place.branchId, place.queueId, place.commitId],
      [
        ...[totals.total, totals.success, totals.fail, totals.skip, totals.xfail, totals.uxsuccess, totals.unfinished],
        ...[totals.flaky, totals.secondsSum, totals.secondsWall],
        ...[run.failed, run.complete, run.infra, run.sample].map(Number),
      ],
    ],
  );
}

export async function insertUpload(session: Session, runId: number, upload: RunToStore['upload']): Promise<void> {
  await session.execute(
    'INSERT INTO tm_uploads (run_id, content_hash, format, stream_bytes, received_bytes, events, noise_bytes, damage_count, damage) ' +
      'VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [
      ...[runId, Buffer.from(upload.contentHash), upload.format, upload.streamBytes, upload.receivedBytes],
      ...[upload.events, upload.noiseBytes, upload.damageCount, JSON.stringify(upload.damage)],
    ],
  );
}

/** From now on the rollup loop knows that there is something to do. */
export async function markPending(session: Session, runId: number, run: RunToStore): Promise<void> {
  await session.execute(`INSERT INTO tm_rollup_pending (run_id, run_at) VALUES (?, ${timeLiteral(run.runAtMicros)})`, [
    runId,
  ]);
}
