import type { Database } from '../connection/database';
import type { Session } from '../connection/session';
import { bulkInsert } from '../sql/bulk-insert';
import { addMetadataDays } from './add-metadata-days';
import * as rows from './delta-rows';
import * as tables from './delta-tables';
import { emptyBatch, foldRun, foldTestRuns } from './fold-batch';
import { fence } from './lease';
import { readPendingRuns, readTestRuns, type BatchLimits } from './read-batch';
import type { RunForRollup } from './rollup-input';
import { writeTestRunMetadata } from './write-test-run-metadata';
import { writeTestTimings } from './write-test-timings';

export interface BatchOptions extends BatchLimits {
  /** Whether attrs and tags are written out into test_run_metadata, where the reference's tools look for them. Default true. */
  readonly testRunMetadata: boolean;
}

export const DEFAULT_BATCH_OPTIONS: BatchOptions = {
  maxRuns: 200,
  maxTestRuns: 50_000,
  sliceTestRuns: 10_000,
  testRunMetadata: true,
};

export interface BatchResult {
  readonly runs: number;
  readonly testRuns: number;
}

/**
 * Adds the next pending runs to all shared rows, in one transaction that also takes their marks away: a run counts exactly once,
 * whatever dies when. The lease must be held; the transaction is fenced with it.
 */
export async function rollUpBatch(
  database: Database,
  holder: string,
  options = DEFAULT_BATCH_OPTIONS,
): Promise<BatchResult> {
  return database.transaction(async (session) => {
    await fence(session, holder);
    const runs = await readPendingRuns(session, options);
    if (runs.length === 0) return { runs: 0, testRuns: 0 };
    await addTestRuns(session, runs, options.sliceTestRuns, database.statementBytes);
    await addRuns(session, runs, database.statementBytes);
    await addMetadataDays(session, runs);
    if (options.testRunMetadata) await writeTestRunMetadata(session, runs);
    await numberRuns(session, runs);
    await takeMarksAway(session, runs);
    return { runs: runs.length, testRuns: runs.reduce((sum, run) => sum + run.tests, 0) };
  });
}

async function addTestRuns(
  session: Session,
  runs: readonly RunForRollup[],
  sliceTestRuns: number,
  statementBytes: number,
): Promise<void> {
  for await (const testRuns of readTestRuns(session, runs, sliceTestRuns)) {
    const batch = emptyBatch();
    for (const run of runs) foldTestRuns(batch, run, testRuns.get(run.runId) ?? []);
    const write = (table: tables.DeltaTable, values: Iterable<string>) =>
      bulkInsert(session, { ...table, statementBytes }, values);
    await write(tables.TEST_DAYS, rows.testDayRows(batch));
    await write(tables.TEST_DAY_DURATIONS, rows.testDayDurationRows(batch));
    await write(tables.TEST_MONTHS, rows.testMonthRows(batch));
    await write(tables.TEST_STATES, rows.testStateRows(batch));
    await write(tables.TEST_COUNTERS, rows.testCounterRows(batch));
    await writeTestTimings(session, batch.timings.values(), statementBytes);
  }
}

async function addRuns(session: Session, runs: readonly RunForRollup[], statementBytes: number): Promise<void> {
  const batch = emptyBatch();
  for (const run of runs) foldRun(batch, run);
  await bulkInsert(session, { ...tables.JOB_DAYS, statementBytes }, rows.jobDayRows(batch));
  await bulkInsert(session, { ...tables.JOB_DAY_DURATIONS, statementBytes }, rows.jobDayDurationRows(batch));
}

/** Remembers the order in which runs were taken, so that the histories can be checked. */
async function numberRuns(session: Session, runs: readonly RunForRollup[]): Promise<void> {
  const ids = runs.map(({ runId }) => runId).join();
  const [last] = await session.arrays('SELECT COALESCE(MAX(tm_runs.rollup_seq), 0) FROM tm_runs');
  await session.execute(
    `UPDATE tm_runs SET tm_runs.rollup_seq = ${Number(last?.[0] ?? 0)} + FIELD(tm_runs.run_id, ${ids})
      WHERE tm_runs.run_id IN (${ids}) AND tm_runs.rollup_seq IS NULL`,
  );
}

async function takeMarksAway(session: Session, runs: readonly RunForRollup[]): Promise<void> {
  const ids = runs.map(({ runId }) => runId).join();
  const { affectedRows } = await session.execute(
    `DELETE FROM tm_rollup_pending WHERE tm_rollup_pending.run_id IN (${ids})`,
  );
  if (affectedRows !== runs.length) {
    throw new Error(
      `Expected to take ${runs.length} marks away, found ${affectedRows}: somebody rolls up without the lease.`,
    );
  }
}
