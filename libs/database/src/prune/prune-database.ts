import type { Database } from '../connection/database';
import { withImportLock } from '../import/with-import-lock';
import { dropWholePartitions } from './drop-partitions';
import { markRuns, type RunToPrune } from './mark-runs';
import type { PruneSelection } from './prune-plan';
import { markCleaned, removeRuns, removeTests } from './remove-rows';
import { measureSelection, selectRuns, type SelectionSize } from './select-runs';

export interface PruneProgress {
  readonly step: 'note' | 'remove';
  readonly runs: number;
  readonly totalRuns: number;
}

export interface PruneOptions extends PruneSelection {
  /** Says what would go, and changes nothing. */
  readonly dryRun: boolean;
  readonly onProgress?: (progress: PruneProgress) => void;
}

export interface PruneResult extends SelectionSize {
  /** Partitions that were dropped whole. */
  readonly partitions: readonly string[];
  /** Runs of the days before that stay, since they are not in the shared rows yet. */
  readonly pendingRuns: number;
}

const RUNS_AT_A_TIME = 100;
const TEST_RUNS_AT_A_TIME = 20_000;

/**
 * Removes raw rows of old runs; what was made of them (rollups, counters, histories) stays and is given from then on. Uploads go on
 * meanwhile. Broken off, it is simply run again.
 */
export async function pruneDatabase(database: Database, options: PruneOptions): Promise<PruneResult> {
  const size = await database.session((session) => measureSelection(session, options));
  const pendingRuns = await countPending(database, options.beforeDay);
  if (options.dryRun) return { ...size, partitions: [], pendingRuns };
  return withImportLock(database, async () => {
    const removable = await markAll(database, options, size.runs);
    const partitions = await dropWholePartitions(database);
    await removeAll(database, options, removable);
    return { ...size, partitions, pendingRuns };
  });
}

/** One short transaction after another. Gives the runs whose tests were gone before and who go themselves now. */
async function markAll(database: Database, options: PruneOptions, totalRuns: number): Promise<readonly number[]> {
  const whole: number[] = [];
  let runs = 0;
  for (let after = 0; ;) {
    const found = await database.session((session) => selectRuns(session, options, { after, limit: RUNS_AT_A_TIME }));
    const batch = withinTestRuns(found);
    if (batch.length === 0) return whole;
    await database.transaction((session) => markRuns(session, batch, options.keepRuns));
    whole.push(...batch.map(({ runId }) => runId));
    after = batch.at(-1)?.runId ?? after;
    options.onProgress?.({ step: 'note', runs: (runs += batch.length), totalRuns });
  }
}

function withinTestRuns(runs: readonly RunToPrune[]): readonly RunToPrune[] {
  let sum = 0;
  const end = runs.findIndex((run, index) => (sum += run.tests) > TEST_RUNS_AT_A_TIME && index > 0);
  return end === -1 ? runs : runs.slice(0, end);
}

async function removeAll(database: Database, options: PruneOptions, selected: readonly number[]): Promise<void> {
  const left = await database.rows<{ runId: number }>(
    'SELECT tm_pruned_runs.run_id AS runId FROM tm_pruned_runs WHERE tm_pruned_runs.cleaned = 0 ORDER BY tm_pruned_runs.run_id',
  );
  const going = options.keepRuns ? new Set<number>() : new Set(selected);
  const all = [...new Set([...left.map(({ runId }) => runId), ...going])].sort((one, other) => one - other);
  for (let start = 0; start < all.length; start += RUNS_AT_A_TIME) {
    const batch = all.slice(start, start + RUNS_AT_A_TIME);
    await removeTests(database, batch);
    const leaving = batch.filter((runId) => going.has(runId));
    await database.transaction(async (session) => {
      await markCleaned(session, batch);
      if (leaving.length > 0) await removeRuns(session, leaving);
    });
    options.onProgress?.({ step: 'remove', runs: start + batch.length, totalRuns: all.length });
  }
}

async function countPending(database: Database, beforeDay: string): Promise<number> {
  const [row] = await database.rows<{ runs: number }>(
    `SELECT COUNT(*) AS runs FROM tm_rollup_pending JOIN tm_runs ON tm_runs.run_id = tm_rollup_pending.run_id WHERE tm_runs.day < ?`,
    [beforeDay],
  );
  return row?.runs ?? 0;
}
