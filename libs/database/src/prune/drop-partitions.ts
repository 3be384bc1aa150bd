import { setTimeout as sleep } from 'node:timers/promises';

import type { Database } from '../connection/database';
import type { Session } from '../connection/session';
import { LAST_PARTITION } from '../migrations/partitioning';
import { withMigrationLock } from '../migrations/with-migration-lock';
import { wholePartitions, type NumberPartition } from './prune-plan';
import { removeRowsOfTestRuns } from './remove-rows';

/** Numbers of runs and test runs that uploads may be using at this moment. */
const SPARE_RUNS = 1_000;
const SPARE_TEST_RUNS = 1_000_000;

/** Everybody waits behind a statement that waits for a table, so it gives up soon. */
const LOCK_SECONDS = 1;
const ATTEMPTS = 5;
const LOCK_WAIT_TIMEOUT = 1205;

/**
 * Drops partitions in which no row stays, which costs the same however many rows they hold. What could not be dropped, because the
 * table was in use all the time, is left for the small steps.
 *
 * @returns `table.partition` of each
 */
export async function dropWholePartitions(database: Database): Promise<readonly string[]> {
  const leastRun = await leastKeptRun(database);
  const [runs] = await database.rows<{ greatest: number }>('SELECT COALESCE(MAX(runs.id), 0) AS greatest FROM runs');
  const limits = { leastKept: leastRun, greatest: runs?.greatest ?? 0, spare: SPARE_RUNS };
  const testRuns = wholePartitions(await readPartitions(database, 'test_runs'), limits);
  const attempts = wholePartitions(await readPartitions(database, 'tm_attempts'), limits);
  if (testRuns.length === 0) return [];
  const dropped: string[] = [];
  const drop = async (table: string, partitions: readonly NumberPartition[]) => {
    if (await dropPartitions(database, table, partitions))
      dropped.push(...partitions.map(({ name }) => `${table}.${name}`));
  };
  const left = await leastKeptTestRun(database, testRuns);
  for (const table of ['attachments', 'test_run_metadata']) {
    await drop(table, wholePartitions(await readPartitions(database, table), { ...left, spare: SPARE_TEST_RUNS }));
  }
  // Before their test runs are gone: afterwards nobody could tell whose the rest of these rows are.
  const bound = testRuns.at(-1)?.bound ?? 0;
  const rest = await database.rows<{ runId: number }>(
    `SELECT tm_pruned_runs.run_id AS runId FROM tm_pruned_runs WHERE tm_pruned_runs.run_id < ${bound} AND tm_pruned_runs.cleaned = 0`,
  );
  await removeRowsOfTestRuns(
    database,
    rest.map(({ runId }) => runId),
  );
  await drop('test_runs', testRuns);
  await drop('tm_attempts', attempts);
  return dropped;
}

/** The least number of a run whose tests stay. */
async function leastKeptRun(database: Database): Promise<number> {
  const [row] = await database.rows<{ least: number | null }>(
    `SELECT MIN(runs.id) AS least FROM runs LEFT JOIN tm_pruned_runs ON tm_pruned_runs.run_id = runs.id
      WHERE tm_pruned_runs.run_id IS NULL`,
  );
  return row?.least ?? 0;
}

/** Of the partitions that stay; each knows its least number without looking at its rows. */
async function leastKeptTestRun(
  database: Database,
  dropping: readonly NumberPartition[],
): Promise<{ readonly leastKept: number; readonly greatest: number }> {
  const names = new Set(dropping.map(({ name }) => name));
  const staying = (await readPartitions(database, 'test_runs'))
    .map(({ name }) => name)
    .filter((name) => !names.has(name));
  const [row] = await database.rows<{ least: number | null; greatest: number | null }>(
    `SELECT MIN(test_runs.id) AS least, MAX(test_runs.id) AS greatest
       FROM test_runs PARTITION (${[...staying, LAST_PARTITION].join(', ')})`,
  );
  return { leastKept: row?.least ?? 0, greatest: row?.greatest ?? 0 };
}

async function readPartitions(database: Database, table: string): Promise<readonly NumberPartition[]> {
  return database.rows<NumberPartition>(
    `SELECT PARTITIONS.PARTITION_NAME AS name, CAST(PARTITIONS.PARTITION_DESCRIPTION AS UNSIGNED) AS bound
       FROM information_schema.PARTITIONS
      WHERE PARTITIONS.TABLE_SCHEMA = DATABASE() AND PARTITIONS.TABLE_NAME = ? AND PARTITIONS.PARTITION_DESCRIPTION <> 'MAXVALUE'
      ORDER BY PARTITIONS.PARTITION_ORDINAL_POSITION`,
    [table],
  );
}

async function dropPartitions(
  database: Database,
  table: string,
  partitions: readonly NumberPartition[],
): Promise<boolean> {
  if (partitions.length === 0) return false;
  return database.session((session) =>
    withMigrationLock(session, async () => {
      await session.execute(`SET SESSION lock_wait_timeout = ${LOCK_SECONDS}`);
      try {
        for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
          if (await tryDrop(session, table, partitions)) return true;
          await sleep(500);
        }
        return false;
      } finally {
        await session.execute('SET SESSION lock_wait_timeout = DEFAULT');
      }
    }),
  );
}

async function tryDrop(session: Session, table: string, partitions: readonly NumberPartition[]): Promise<boolean> {
  try {
    await session.execute(`ALTER TABLE ${table} DROP PARTITION ${partitions.map(({ name }) => name).join(', ')}`);
    return true;
  } catch (error) {
    if (error instanceof Error && 'errno' in error && error.errno === LOCK_WAIT_TIMEOUT) return false;
    throw error;
  }
}
