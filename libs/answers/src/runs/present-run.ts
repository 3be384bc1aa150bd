import type { RunBody } from '@testmetrics/api-contract';
import type { StoredRun } from '@testmetrics/database';
import { formatMicros } from '@testmetrics/domain';

/** A stored run as replies show it. */
export function presentRun(run: StoredRun, { duplicate }: { readonly duplicate: boolean }): RunBody {
  const { secondsSum, secondsWall, ...tests } = run.totals;
  return {
    id: run.uuid,
    duplicate,
    job: run.job,
    project: run.project,
    branch: run.branch,
    commit: run.commit,
    run_at: formatMicros(run.runAtMicros),
    tests,
    seconds: { sum: roundMicros(secondsSum), wall: roundMicros(secondsWall) },
    complete: run.complete,
    damage: run.damage.map(({ offset, length, code, message }) => ({ offset, length, code, message })),
    metadata: Object.fromEntries(run.metadata),
    artifacts: run.artifacts,
  };
}

/** Adding up leaves dust far below a microsecond. */
function roundMicros(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6;
}
