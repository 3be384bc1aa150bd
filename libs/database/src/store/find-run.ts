import type { Damage } from '@testmetrics/subunit';

import type { Session } from '../connection/session';
import { parseNullableTime, parseTime } from '../sql/parse-time';
import { nameOrNull, type StoredRun } from './stored-run';

/** Columns and joins of a whole run, for every question that gives runs. */
export const RUN_QUERY = `
  SELECT runs.id AS runId, runs.uuid, runs.artifacts, runs.passes, runs.fails, runs.skips, runs.run_time AS runTime,
         runs.run_at AS wholeSecondRunAt, tm_runs.run_at AS runAt, tm_runs.received_at AS receivedAt,
         tm_jobs.name AS job, tm_projects.name AS project, tm_branches.name AS branch, tm_queues.name AS queue,
         tm_commits.name AS commitName, tm_runs.tests, tm_runs.success, tm_runs.fail, tm_runs.skip, tm_runs.xfail,
         tm_runs.uxsuccess, tm_runs.unfinished, tm_runs.flaky, tm_runs.run_seconds AS runSeconds,
         tm_runs.wall_seconds AS wallSeconds, tm_runs.failed, tm_runs.complete, tm_runs.infra, tm_runs.sample,
         tm_uploads.damage_count AS damageCount, tm_uploads.damage
    FROM runs
    LEFT JOIN tm_runs ON tm_runs.run_id = runs.id
    LEFT JOIN tm_jobs ON tm_jobs.id = tm_runs.job_id
    LEFT JOIN tm_projects ON tm_projects.id = tm_runs.project_id
    LEFT JOIN tm_branches ON tm_branches.id = tm_runs.branch_id
    LEFT JOIN tm_queues ON tm_queues.id = tm_runs.queue_id
    LEFT JOIN tm_commits ON tm_commits.id = tm_runs.commit_id
    LEFT JOIN tm_uploads ON tm_uploads.run_id = runs.id`;

/** A row of RUN_QUERY: the columns of runs are always there, those of tm_runs only of runs that we stored or adopted. */
export interface RunRow {
  readonly runId: number;
  readonly uuid: string;
  readonly artifacts: string | null;
  readonly passes: number | null;
  readonly fails: number | null;
  readonly skips: number | null;
  readonly runTime: number | null;
  readonly wholeSecondRunAt: string | null;
  readonly runAt: string | null;
  readonly receivedAt: string | null;
  readonly job: string | null;
  readonly project: string | null;
  readonly branch: string | null;
  readonly queue: string | null;
  readonly commitName: string | null;
  readonly tests: number;
  readonly success: number;
  readonly fail: number;
  readonly skip: number;
  readonly xfail: number;
  readonly uxsuccess: number;
  readonly unfinished: number;
  readonly flaky: number;
  readonly runSeconds: number;
  readonly wallSeconds: number;
  readonly failed: number;
  readonly complete: number;
  readonly infra: number;
  readonly sample: number;
  readonly damageCount: number | null;
  readonly damage: string | null;
}

export async function findRun(session: Session, uuid: string): Promise<StoredRun | null> {
  const [row] = await session.rows<RunRow>(`${RUN_QUERY} WHERE runs.uuid = ?`, [uuid]);
  if (row === undefined) return null;
  const metadata = await readMetadata(session, [row.runId]);
  return toRun(row, metadata.get(row.runId) ?? new Map());
}

/** The metadata of several runs, by run. */
export async function readMetadata(
  session: Session,
  runIds: readonly number[],
): Promise<ReadonlyMap<number, ReadonlyMap<string, string>>> {
  const found = new Map<number, Map<string, string>>();
  if (runIds.length === 0) return found;
  const rows = await session.rows<{ runId: number; name: string; value: string }>(
    `SELECT run_metadata.run_id AS runId, run_metadata.key AS name, run_metadata.value
       FROM run_metadata WHERE run_metadata.run_id IN (?) ORDER BY run_metadata.run_id, run_metadata.id`,
    [runIds],
  );
  for (const { runId, name, value } of rows) {
    const pairs = found.get(runId) ?? new Map<string, string>();
    found.set(runId, pairs.set(name, value));
  }
  return found;
}

export function toRun(row: RunRow, metadata: ReadonlyMap<string, string>): StoredRun {
  if (row.runAt === null) return toForeignRun(row, metadata);
  return {
    ...commonParts(row, metadata),
    runAtMicros: parseTime(row.runAt),
    receivedAtMicros: parseNullableTime(row.receivedAt),
    totals: {
      total: row.tests,
      success: row.success,
      fail: row.fail,
      skip: row.skip,
      xfail: row.xfail,
      uxsuccess: row.uxsuccess,
      unfinished: row.unfinished,
      flaky: row.flaky,
      secondsSum: row.runSeconds,
      secondsWall: row.wallSeconds,
    },
    failed: row.failed === 1,
    complete: row.complete === 1,
    infra: row.infra === 1,
    sample: row.sample === 1,
    foreign: false,
  };
}

/** The reference counts xfail among the passes and uxsuccess among the fails, and does not tell them apart here. */
function toForeignRun(row: RunRow, metadata: ReadonlyMap<string, string>): StoredRun {
  const success = row.passes ?? 0;
  const fail = row.fails ?? 0;
  const skip = row.skips ?? 0;
  const seconds = { secondsSum: row.runTime ?? 0, secondsWall: 0 };
  const none = { xfail: 0, uxsuccess: 0, unfinished: 0, flaky: 0 };
  return {
    ...commonParts(row, metadata),
    runAtMicros: parseNullableTime(row.wholeSecondRunAt) ?? 0,
    receivedAtMicros: null,
    totals: { total: success + fail + skip, success, fail, skip, ...none, ...seconds },
    failed: fail > 0,
    complete: true,
    infra: false,
    sample: false,
    foreign: true,
  };
}

function commonParts(row: RunRow, metadata: ReadonlyMap<string, string>) {
  return {
    uuid: row.uuid,
    job: nameOrNull(row.job),
    project: nameOrNull(row.project),
    branch: nameOrNull(row.branch),
    queue: nameOrNull(row.queue),
    commit: nameOrNull(row.commitName),
    damageCount: row.damageCount ?? 0,
    damage: parseDamage(row.damage),
    metadata,
    artifacts: row.artifacts,
  };
}

/** Written by us as JSON of exactly this form. */
function parseDamage(text: string | null): readonly Damage[] {
  return text === null ? [] : (JSON.parse(text) as readonly Damage[]);
}
