import type { ArrayRow, Session } from '../connection/session';
import { bulkInsert } from '../sql/bulk-insert';
import { parseTime } from '../sql/parse-time';
import { timeLiteral } from '../sql/time-literal';
import { mergeTimings, type TestTiming, type TimingGroup } from './test-timing';
import { splitEntries } from './timing-entry';

/** The server plans a longer list of keys badly, or not at all. */
const TESTS_PER_READ = 2000;

const COLUMNS = 'job_id, project_id, branch_id, test_id, recent, last_seen, last_run_id, label_set_id';

const TABLE = {
  into: `tm_test_timings (${COLUMNS})`,
  suffix: `ON DUPLICATE KEY UPDATE recent = VALUES(recent), last_seen = VALUES(last_seen),
    last_run_id = VALUES(last_run_id), label_set_id = VALUES(label_set_id)`,
} as const;

/**
 * Adds durations to those that are there. They are merged here and not by the server, as those of a run that comes late
 * have their place among the others. The lease of the rollup keeps other writers away meanwhile.
 */
export async function writeTestTimings(
  session: Session,
  groups: Iterable<TimingGroup>,
  statementBytes: number,
): Promise<void> {
  for (const group of [...groups].sort(byKey)) {
    const rows: string[] = [];
    const keys = [...group.tests.keys()].sort((one, other) => one - other);
    for (let from = 0; from < keys.length; from += TESTS_PER_READ) {
      const some = keys.slice(from, from + TESTS_PER_READ);
      const known = await readTimings(session, group, some);
      for (const key of some) {
        const timing = group.tests.get(key);
        if (timing !== undefined) rows.push(rowOf(group, key, merged(timing, known.get(key))));
      }
    }
    await bulkInsert(session, { ...TABLE, statementBytes }, rows);
  }
}

function byKey(one: TimingGroup, other: TimingGroup): number {
  return one.jobId - other.jobId || one.projectId - other.projectId || one.branchId - other.branchId;
}

function merged(timing: TestTiming, known: TestTiming | undefined): TestTiming {
  return known === undefined ? timing : mergeTimings(known, timing);
}

async function readTimings(
  session: Session,
  { jobId, projectId, branchId }: TimingGroup,
  tests: readonly number[],
): Promise<ReadonlyMap<number, TestTiming>> {
  const rows = await session.arrays(
    `SELECT tm_test_timings.test_id, HEX(tm_test_timings.recent), tm_test_timings.last_seen, tm_test_timings.last_run_id,
            tm_test_timings.label_set_id
       FROM tm_test_timings
      WHERE tm_test_timings.job_id = ${jobId} AND tm_test_timings.project_id = ${projectId}
        AND tm_test_timings.branch_id = ${branchId} AND tm_test_timings.test_id IN (${tests.join()})`,
  );
  return new Map(rows.map((row) => [Number(row[0]), toTiming(row)]));
}

function toTiming([, recent, lastSeen, lastRunId, labelSetId]: ArrayRow): TestTiming {
  return {
    entries: splitEntries(String(recent)),
    lastSeenMicros: parseTime(String(lastSeen)),
    lastRunId: Number(lastRunId),
    labelSetId: labelSetId === null ? null : Number(labelSetId),
  };
}

function rowOf({ jobId, projectId, branchId }: TimingGroup, testKey: number, timing: TestTiming): string {
  const { entries, lastSeenMicros, lastRunId, labelSetId } = timing;
  const key = `${jobId},${projectId},${branchId},${testKey}`;
  return `(${key},x'${entries.join('')}',${timeLiteral(lastSeenMicros)},${lastRunId},${labelSetId ?? 'NULL'})`;
}
