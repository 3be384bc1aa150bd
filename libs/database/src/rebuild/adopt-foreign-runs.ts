import { DEFAULT_METADATA_KEYS, dimensionsOf, type MetadataKeys } from '@testmetrics/domain';

import { FOREIGN_RUNS_SQL } from '../check/orphan-checks';
import { IS_FAILED, IS_UNFINISHED } from '../check/test-run-facts';
import type { Database } from '../connection/database';
import type { Session } from '../connection/session';
import { bulkInsert } from '../sql/bulk-insert';
import { chunks } from '../sql/chunks';
import { readMetadata } from '../store/find-run';
import { LabelSetResolver } from '../store/label-set-resolver';
import { SeriesResolver, type RunPlaceIds } from '../store/resolve-series';
import { adoptLabels } from './adopt-labels';
import { foreignRunRow, pendingRow, RUN_FACTS_COLUMNS } from './foreign-run-row';
import { readForeignTotals, type ForeignTotals } from './read-foreign-totals';

/** Runs that are adopted in one transaction. */
const RUNS_AT_A_TIME = 100;
const CACHED_LABEL_SETS = 60_000;

export interface AdoptOptions {
  /** Called after each batch with the number of runs adopted so far, and all that there are. */
  readonly onBatch?: (doneRuns: number, totalRuns: number) => void;
}

/**
 * Gives every run that the reference's tools wrote the facts that our own runs have, its attributes and tags a place in our
 * dictionary, and marks it for the rollup. What those tools wrote stays as it is.
 */
export async function adoptForeignRuns(
  database: Database,
  keys: MetadataKeys = DEFAULT_METADATA_KEYS,
  { onBatch }: AdoptOptions = {},
): Promise<number> {
  const { statementBytes } = database;
  const resolvers = {
    series: new SeriesResolver(),
    labels: new LabelSetResolver({ statementBytes, cachedSets: CACHED_LABEL_SETS }),
  };
  const foreign = await database.rows<{ run_id: number }>(FOREIGN_RUNS_SQL);
  let done = 0;
  for (const batch of chunks(foreign, RUNS_AT_A_TIME)) {
    const runIds = batch.map(({ run_id: runId }) => runId);
    const places = await database.session((session) => resolvePlaces(session, runIds, resolvers.series, keys));
    await adoptLabels(database, runIds, resolvers.labels);
    await database.transaction(async (session) => adopt(session, runIds, places, database.statementBytes));
    done += runIds.length;
    onBatch?.(done, foreign.length);
  }
  return foreign.length;
}

async function resolvePlaces(
  session: Session,
  runIds: readonly number[],
  resolver: SeriesResolver,
  keys: MetadataKeys,
): Promise<ReadonlyMap<number, RunPlaceIds>> {
  const metadata = await readMetadata(session, runIds);
  const places = new Map<number, RunPlaceIds>();
  for (const runId of runIds) {
    places.set(runId, await resolver.resolve(session, dimensionsOf(metadata.get(runId) ?? new Map(), keys)));
  }
  return places;
}

async function adopt(
  session: Session,
  runIds: readonly number[],
  places: ReadonlyMap<number, RunPlaceIds>,
  statementBytes: number,
): Promise<void> {
  const totals = await readForeignTotals(session, runIds);
  const placed = totals.flatMap((run) => {
    const place = places.get(run.runId);
    return place === undefined ? [] : [{ run, place }];
  });
  const insert = (into: string, rows: Iterable<string>) => bulkInsert(session, { into, statementBytes }, rows);
  await insert(
    RUN_FACTS_COLUMNS,
    placed.map(({ run, place }) => foreignRunRow(run, place)),
  );
  await insertFailures(session, runIds);
  await insert('tm_rollup_pending (run_id, run_at, again)', totals.map(pendingRow));
  await insert(
    'tm_pruned_runs (run_id, cleaned)',
    totals.filter(hasLostTests).map(({ runId }) => `(${runId},1)`),
  );
}

/** Its counters say that it had tests, and there are none: the tool that wrote it has expired them. */
function hasLostTests({ storedTests, total }: ForeignTotals): boolean {
  return storedTests === 0 && total > 0;
}

async function insertFailures(session: Session, runIds: readonly number[]): Promise<void> {
  await session.execute(
    `INSERT INTO tm_failures (run_id, test_id, series_id, run_at, status, flaky, message)
     SELECT test_runs.run_id, test_runs.test_id, tm_runs.series_id, tm_runs.run_at,
            LEFT(COALESCE(test_runs.status, 'unknown'), 16), test_runs.tm_flaky, NULL
       FROM test_runs JOIN tm_runs ON tm_runs.run_id = test_runs.run_id
      WHERE test_runs.run_id IN (${runIds.join()}) AND (test_runs.tm_flaky OR ${IS_FAILED} OR ${IS_UNFINISHED})`,
  );
}
