import { IS_FAILED, IS_PASSED, PASSED_MICROS } from '../check/test-run-facts';
import type { Database } from '../connection/database';
import type { Session } from '../connection/session';
import { advanceImport, type ImportState } from './import-state';
import type { Layout } from './layout';
import { planRunBatch, type BatchSize, type RunSize } from './plan-run-batch';

export interface CopyProgress {
  readonly runs: number;
  readonly testRuns: number;
}

export const DEFAULT_BATCH: BatchSize = { maxRuns: 500, maxTestRuns: 20_000 };

/** Takes runs over with all their rows, some at a time: a batch and the note of how far we are are one transaction. */
export async function copyRuns(
  database: Database,
  layout: Layout,
  options: { readonly state: ImportState; readonly size?: BatchSize; readonly onBatch: (done: CopyProgress) => void },
): Promise<void> {
  const { size = DEFAULT_BATCH, onBatch } = options;
  let after = options.state.afterRunId;
  for (;;) {
    const batch = planRunBatch(await readSizes(database, layout, after, size), size);
    const last = batch.at(-1);
    if (last === undefined) return;
    const range = { after, upTo: last.runId, testRunOffset: options.state.testRunOffset };
    await database.transaction(async (session) => {
      await copyBatch(session, layout, range);
      await advanceImport(session, { afterRunId: last.runId });
    });
    after = last.runId;
    onBatch({ runs: batch.length, testRuns: batch.reduce((sum, run) => sum + run.testRuns, 0) });
  }
}

async function readSizes(
  database: Database,
  layout: Layout,
  after: number,
  { maxRuns }: BatchSize,
): Promise<readonly RunSize[]> {
  const rows = await database.rows<{ runId: number; testRuns: number }>(
    `SELECT tm_import_runs.old_id AS runId,
            (SELECT COUNT(*) FROM ${layout.source('test_runs')} AS source_test_runs
              WHERE source_test_runs.run_id = tm_import_runs.old_id) AS testRuns
       FROM tm_import_runs WHERE tm_import_runs.old_id > ${after} ORDER BY tm_import_runs.old_id LIMIT ${maxRuns}`,
  );
  return rows;
}

interface RunRange {
  readonly after: number;
  readonly upTo: number;
  readonly testRunOffset: number;
}

async function copyBatch(session: Session, layout: Layout, range: RunRange): Promise<void> {
  const mapped = `tm_import_runs.old_id > ${range.after} AND tm_import_runs.old_id <= ${range.upTo}`;
  await session.execute(
    `UPDATE tm_import_runs JOIN ${layout.target('runs')} AS target_runs ON target_runs.uuid = tm_import_runs.uuid
        SET tm_import_runs.known = 1 WHERE ${mapped}`,
  );
  const wanted = `${mapped} AND tm_import_runs.known = 0`;
  await copyRunRows(session, layout, { mapped, wanted });
  await copyTestRuns(session, layout, range, wanted);
  await countTests(session, layout, mapped);
}

async function copyRunRows(
  session: Session,
  layout: Layout,
  { mapped, wanted }: { readonly mapped: string; readonly wanted: string },
): Promise<void> {
  const columns = 'uuid, skips, fails, passes, run_time, artifacts, run_at';
  const values = columns.replace('uuid', 'tm_import_runs.uuid').replaceAll(', ', ', source_runs.');
  const [ids, idValues] = layout.keepsIds ? ['id, ', 'source_runs.id, '] : ['', ''];
  await session.execute(
    `INSERT INTO ${layout.target('runs')} (${ids}${columns})
     SELECT ${idValues}${values} FROM tm_import_runs
       JOIN ${layout.source('runs')} AS source_runs ON source_runs.id = tm_import_runs.old_id
      WHERE ${wanted} ORDER BY source_runs.id`,
  );
  await session.execute(
    `UPDATE tm_import_runs JOIN ${layout.target('runs')} AS target_runs ON target_runs.uuid = tm_import_runs.uuid
        SET tm_import_runs.new_id = target_runs.id WHERE ${mapped}`,
  );
  await session.execute(
    `INSERT INTO ${layout.target('run_metadata')} (\`key\`, value, run_id)
     SELECT source_metadata.\`key\`, source_metadata.value, tm_import_runs.new_id FROM tm_import_runs
       JOIN ${layout.source('run_metadata')} AS source_metadata ON source_metadata.run_id = tm_import_runs.old_id
      WHERE ${wanted} ORDER BY source_metadata.id`,
  );
}

/** The last row of a test in a run says how it ended; only a name of which there were several tests can have more, see addAttempts. */
async function copyTestRuns(session: Session, layout: Layout, range: RunRange, wanted: string): Promise<void> {
  const offset = range.testRunOffset;
  const joined = `
       FROM tm_import_runs
       JOIN ${layout.source('test_runs')} AS source_test_runs ON source_test_runs.run_id = tm_import_runs.old_id
       JOIN tm_import_tests ON tm_import_tests.old_id = source_test_runs.test_id`;
  await session.execute(
    `INSERT INTO ${layout.target('test_runs')} (id, test_id, run_id, status, start_time, stop_time,
            start_time_microsecond, stop_time_microsecond)
     SELECT source_test_runs.id + ${offset}, tm_import_tests.new_id, tm_import_runs.new_id, source_test_runs.status,
            source_test_runs.start_time, source_test_runs.stop_time,
            source_test_runs.start_time_microsecond, source_test_runs.stop_time_microsecond ${joined}
      WHERE ${wanted} ORDER BY tm_import_runs.new_id, tm_import_tests.new_id, source_test_runs.id
         ON DUPLICATE KEY UPDATE id = VALUES(id), status = VALUES(status), start_time = VALUES(start_time),
            stop_time = VALUES(stop_time), start_time_microsecond = VALUES(start_time_microsecond),
            stop_time_microsecond = VALUES(stop_time_microsecond)`,
  );
  for (const { table, columns } of TEST_RUN_ROWS) {
    const values = columns.map((column) => `source_rows.${column}`).join(', ');
    await session.execute(
      `INSERT INTO ${layout.target(table)} (test_run_id, ${columns.join(', ')})
       SELECT source_test_runs.id + ${offset}, ${values} ${joined}
         JOIN ${layout.source(table)} AS source_rows ON source_rows.test_run_id = source_test_runs.id
         JOIN ${layout.target('test_runs')} AS kept ON kept.run_id = tm_import_runs.new_id
          AND kept.test_id = tm_import_tests.new_id AND kept.id = source_test_runs.id + ${offset}
        WHERE ${wanted} ORDER BY source_rows.id`,
    );
  }
}

const TEST_RUN_ROWS = [
  { table: 'test_run_metadata', columns: ['`key`', 'value'] },
  { table: 'attachments', columns: ['label', 'attachment'] },
] as const;

/** What the source's counters have from rows that are still there: see keepPastCounters. */
export const CREATE_COUNTS = `CREATE TABLE IF NOT EXISTS tm_import_counts (
  test_id BIGINT NOT NULL PRIMARY KEY, success INT UNSIGNED NOT NULL, failure INT UNSIGNED NOT NULL,
  seconds DOUBLE NOT NULL) ENGINE=InnoDB`;

async function countTests(session: Session, layout: Layout, mapped: string): Promise<void> {
  await session.execute(
    `INSERT INTO tm_import_counts (test_id, success, failure, seconds)
     SELECT test_runs.test_id, COALESCE(SUM(${IS_PASSED}), 0), COALESCE(SUM(${IS_FAILED}), 0), COALESCE(SUM(${PASSED_MICROS}), 0) / 1e6
       FROM tm_import_runs JOIN ${layout.target('test_runs')} AS test_runs ON test_runs.run_id = tm_import_runs.new_id
      WHERE ${mapped} GROUP BY test_runs.test_id
         ON DUPLICATE KEY UPDATE success = tm_import_counts.success + VALUES(success),
            failure = tm_import_counts.failure + VALUES(failure), seconds = tm_import_counts.seconds + VALUES(seconds)`,
  );
}
