import type { MetadataKeys } from '@testmetrics/domain';

import type { Database } from '../connection/database';
import type { Session } from '../connection/session';
import { copyRuns, type CopyProgress } from './copy-runs';
import { copyTests } from './copy-tests';
import { copyTail } from './copy-tail';
import { ImportError } from './import-error';
import { advanceImport, beginImport, readImportState, type ImportState } from './import-state';
import { judgeSource } from './judge-source';
import { BESIDE, FETCHED, SWAPPED, type Layout } from './layout';
import { mapRuns } from './map-runs';
import { createMaps, createNewTables } from './prepare-tables';
import { probeGrants } from './probe-grants';
import { readSource } from './read-source';
import { settle } from './settle';
import { swapTables } from './swap-tables';
import { withImportLock } from './with-import-lock';
import type { ImportSummary } from './read-summary';
import { fetchSource, openSource, sourceName, type SourceConnection } from './fetch-source';
import { prepareFetch } from './prepare-fetch';

export type ImportStep = 'fetch' | 'copy' | 'swap' | 'settle' | 'rollup';

export interface ImportProgress {
  readonly step: ImportStep;
  /** Of the step: rows fetched, or runs. */
  readonly done: number;
  /** `null` = not known. */
  readonly total: number | null;
}

export interface ImportOptions {
  /** Address of another database to copy from. Default: this database is taken over in place. */
  readonly from?: string;
  readonly metadataKeys?: MetadataKeys;
  readonly onProgress?: (progress: ImportProgress) => void;
}

export interface ImportResult extends ImportSummary {
  /** The import had been done before: nothing was changed. */
  readonly already: boolean;
}

/**
 * Takes over a database of subunit2sql at its newest schema: in place, where the old tables serve everybody until the new ones are
 * full and then lie aside under `subunit2sql_…`; or from another database, beside whatever is here already. Broken off at any point,
 * it goes on from there when it is run again.
 *
 * @throws {ImportError} where the database cannot be taken over; nothing was changed then
 */
export async function importDatabase(database: Database, options: ImportOptions = {}): Promise<ImportResult> {
  return withImportLock(database, async () => {
    const state = await database.session(readImportState);
    if (state !== null && state.phase !== 'done') refuseOtherSource(state, options);
    return options.from === undefined
      ? importHere(database, state, options)
      : importFrom(database, state, options.from, options);
  });
}

async function importHere(
  database: Database,
  found: ImportState | null,
  options: ImportOptions,
): Promise<ImportResult> {
  if (found?.phase === 'done') return { ...storedSummary(found), already: true };
  const state = found ?? (await begin(database));
  if (state.phase === 'copy') {
    await copyAll(database, BESIDE, state, options);
    options.onProgress?.({ step: 'swap', done: 0, total: null });
    await database.session(swapTables);
    await database.session((session) => advanceImport(session, { phase: 'settle' }));
  }
  if (state.phase === 'copy' || state.phase === 'settle') await takeTail(database, state, options);
  return { ...(await settle(database, SWAPPED, await current(database), options)), already: false };
}

/** Written by `settle` in exactly this form. */
function storedSummary({ summary }: ImportState): ImportSummary {
  return JSON.parse(summary ?? '{}') as ImportSummary;
}

async function begin(database: Database): Promise<ImportState> {
  return database.session(async (session) => {
    judgeSource(await readSource(session, database.server.flavor));
    await probeGrants(session);
    const [last] = await session.arrays('SELECT COALESCE(MAX(test_runs.id), 0) FROM test_runs');
    await createMaps(session, database.server);
    await createNewTables(session, database.server, BESIDE);
    const firstTestRunId = Number(last?.[0] ?? 0);
    const state: ImportState = {
      phase: 'copy',
      source: '',
      afterRunId: 0,
      testRunOffset: 0,
      firstTestRunId,
      repeated: 0,
      summary: null,
    };
    await beginImport(session, state);
    return state;
  });
}

async function copyAll(database: Database, layout: Layout, state: ImportState, options: ImportOptions): Promise<void> {
  await copyTests(database, layout);
  await mapRuns(database, layout);
  const total = await countRuns(database);
  let done = 0;
  await copyRuns(database, layout, {
    state,
    onBatch: ({ runs }: CopyProgress) => {
      done += runs;
      options.onProgress?.({ step: 'copy', done, total });
    },
  });
}

/** What came in while the rest was copied. */
async function takeTail(database: Database, { firstTestRunId }: ImportState, options: ImportOptions): Promise<void> {
  const state = await current(database);
  await copyAll(database, SWAPPED, state, options);
  await copyTail(database, firstTestRunId);
}

async function importFrom(
  database: Database,
  found: ImportState | null,
  from: string,
  options: ImportOptions,
): Promise<ImportResult> {
  const source = await openSource(from);
  try {
    const state = found?.phase === 'done' || found === null ? await prepareFetch(database, source, found) : found;
    if (state.phase === 'fetch') await fetchAll(database, source, options);
  } finally {
    await source.close();
  }
  const state = await current(database);
  if (state.phase === 'copy') {
    await copyAll(database, FETCHED, state, options);
    await database.session((session) => advanceImport(session, { phase: 'settle' }));
  }
  return { ...(await settle(database, FETCHED, await current(database), options)), already: false };
}

async function fetchAll(database: Database, source: SourceConnection, { onProgress }: ImportOptions): Promise<void> {
  await fetchSource(database, source, (done, total) => onProgress?.({ step: 'fetch', done, total }));
  await database.session((session) => advanceImport(session, { phase: 'copy' }));
}

async function countRuns(database: Database): Promise<number> {
  const [row] = await database.rows<{ runs: number }>(
    `SELECT COUNT(*) AS runs FROM tm_import_runs
      WHERE tm_import_runs.old_id > (SELECT tm_import.after_run_id FROM tm_import WHERE tm_import.id = 1)`,
  );
  return row?.runs ?? 0;
}

async function current(database: Database): Promise<ImportState> {
  const state = await database.session((session: Session) => readImportState(session));
  if (state === null) throw new Error('The row of tm_import went away while it was in use.');
  return state;
}

/** An import that was broken off is finished before another one begins. */
function refuseOtherSource(state: ImportState, { from }: ImportOptions): void {
  const wanted = from === undefined ? '' : sourceName(from);
  if (wanted === state.source) return;
  throw new ImportError('import_other_source', 'Another import was broken off and is not finished.', {
    expected:
      state.source === '' ? 'to go on taking over this database in place' : `to go on with --from ${state.source}`,
    found: wanted === '' ? 'an import in place' : `--from ${wanted}`,
    action: 'finish the first one: run it again as it was, it goes on where it was',
  });
}
