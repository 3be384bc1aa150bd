import type { ArrayRow, Session } from '../connection/session';
import { parseTime } from '../sql/parse-time';
import type { Outcome, RunForRollup, TestRunForRollup } from './rollup-input';

export interface BatchLimits {
  /** Default 200. */
  readonly maxRuns: number;
  /** Test runs of a batch, unless its one run has more. Default 50,000. */
  readonly maxTestRuns: number;
  /** Test runs that are in memory at once where the batch is one run. Default 10,000, at about 2 KB each. */
  readonly sliceTestRuns: number;
}

/** Bits of `tm_rollup_pending.again`. */
export const AGAIN = 1;
export const IN_DAYS = 2;
export const IN_STATES = 4;

interface PendingRow extends Record<
  Exclude<
    keyof RunForRollup,
    'runAtMicros' | 'failed' | 'complete' | 'infra' | 'again' | 'upload' | 'isInDays' | 'isInStates'
  >,
  number
> {
  readonly runAt: string;
  readonly failed: number;
  readonly complete: number;
  readonly infra: number;
  readonly again: number;
  /** `null` in all four: no upload. */
  readonly damageCount: number | null;
  readonly receivedBytes: number | null;
  readonly streamBytes: number | null;
  readonly events: number | null;
}

/** The runs to take next, in the order of their time, as many as the limits allow and at least one where there is any. */
export async function readPendingRuns(session: Session, limits: BatchLimits): Promise<readonly RunForRollup[]> {
  const rows = await session.rows<PendingRow>(
    `SELECT STRAIGHT_JOIN tm_runs.run_id AS runId, tm_runs.series_id AS seriesId, tm_runs.job_id AS jobId,
            tm_runs.project_id AS projectId, tm_runs.branch_id AS branchId, tm_runs.day, tm_runs.run_at AS runAt, tm_runs.tests, tm_runs.success, tm_runs.fail,
            tm_runs.skip, tm_runs.xfail, tm_runs.uxsuccess, tm_runs.unfinished, tm_runs.flaky,
            tm_runs.run_seconds AS runSeconds, tm_runs.wall_seconds AS wallSeconds,
            tm_runs.failed, tm_runs.complete, tm_runs.infra, tm_rollup_pending.again, tm_uploads.damage_count AS damageCount,
            tm_uploads.received_bytes AS receivedBytes, tm_uploads.stream_bytes AS streamBytes, tm_uploads.events
       FROM tm_rollup_pending JOIN tm_runs ON tm_runs.run_id = tm_rollup_pending.run_id
       LEFT JOIN tm_uploads ON tm_uploads.run_id = tm_runs.run_id
      ORDER BY tm_rollup_pending.run_at, tm_rollup_pending.run_id
      LIMIT ${limits.maxRuns}`,
  );
  return withinTestRuns(rows.map(toRun), limits.maxTestRuns);
}

function toRun({ runAt, failed, complete, infra, again, ...row }: PendingRow): RunForRollup {
  const { damageCount, receivedBytes, streamBytes, events, ...facts } = row;
  return {
    ...facts,
    upload:
      damageCount === null
        ? null
        : {
            damaged: damageCount > 0,
            receivedBytes: Number(receivedBytes),
            streamBytes: Number(streamBytes),
            events: Number(events),
          },
    day: String(facts.day),
    runAtMicros: parseTime(runAt),
    failed: failed === 1,
    complete: complete === 1,
    infra: infra === 1,
    again: (again & AGAIN) !== 0,
    isInDays: (again & IN_DAYS) !== 0,
    isInStates: (again & IN_STATES) !== 0,
  };
}

function withinTestRuns(runs: readonly RunForRollup[], maxTestRuns: number): readonly RunForRollup[] {
  let sum = 0;
  const end = runs.findIndex((run, index) => (sum += run.tests) > maxTestRuns && index > 0);
  return end === -1 ? runs : runs.slice(0, end);
}

/** Codes of OUTCOMES, so that the driver reads small numbers instead of texts. */
const OUTCOME_BY_CODE: readonly Outcome[] = ['unfinished', 'success', 'fail', 'skip', 'xfail', 'uxsuccess'];

/** Test runs by run. */
export type TestRunsByRun = ReadonlyMap<number, readonly TestRunForRollup[]>;

/**
 * All test runs of the runs. Everything that is added up is by test, so a run too large to be read at once comes in slices of its
 * tests; several runs never do.
 */
export async function* readTestRuns(
  session: Session,
  runs: readonly RunForRollup[],
  sliceTestRuns: number,
): AsyncGenerator<TestRunsByRun> {
  const limit = runs.length === 1 ? sliceTestRuns : Number.MAX_SAFE_INTEGER;
  for (let after = 0; ;) {
    const rows = await readSlice(session, runs, after, limit);
    if (rows.length === 0) return;
    yield byRun(rows);
    if (rows.length < limit) return;
    after = Number(rows.at(-1)?.[1]);
  }
}

async function readSlice(
  session: Session,
  runs: readonly RunForRollup[],
  after: number,
  limit: number,
): Promise<readonly ArrayRow[]> {
  return session.arrays(
    `SELECT test_runs.run_id, test_runs.test_id,
            FIELD(test_runs.status, 'success', 'fail', 'skip', 'xfail', 'uxsuccess'), test_runs.tm_flaky,
            TIMESTAMPDIFF(SECOND, test_runs.start_time, test_runs.stop_time),
            COALESCE(test_runs.stop_time_microsecond, 0) - COALESCE(test_runs.start_time_microsecond, 0),
            test_runs.tm_label_set_id
       FROM test_runs
      WHERE test_runs.run_id IN (${runs.map(({ runId }) => runId).join()}) AND test_runs.test_id > ${after}
      ${runs.length === 1 ? `ORDER BY test_runs.test_id LIMIT ${limit}` : ''}`,
  );
}

function byRun(rows: readonly ArrayRow[]): TestRunsByRun {
  const found = new Map<number, TestRunForRollup[]>();
  for (const row of rows) {
    const runId = Number(row[0]);
    const testRuns = found.get(runId);
    if (testRuns === undefined) found.set(runId, [toTestRun(row)]);
    else testRuns.push(toTestRun(row));
  }
  return found;
}

function toTestRun([, testKey, code, flaky, seconds, micros, labelSetId]: ArrayRow): TestRunForRollup {
  const outcome = OUTCOME_BY_CODE[Number(code)] ?? 'unfinished';
  return {
    testKey: Number(testKey),
    outcome,
    flaky: flaky === 1,
    seconds: duration(outcome, seconds, micros),
    labelSetId: typeof labelSetId === 'number' ? labelSetId : null,
  };
}

/** Of final outcomes with both times, where the stop is not before the start. */
function duration(outcome: Outcome, seconds: unknown, micros: unknown): number | null {
  if (outcome === 'unfinished' || typeof seconds !== 'number') return null;
  // The reference's tools may leave the fraction out.
  const total = seconds * 1e6 + (typeof micros === 'number' ? micros : 0);
  return total < 0 ? null : total / 1e6;
}
