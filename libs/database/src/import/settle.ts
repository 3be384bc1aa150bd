import { setTimeout as sleep } from 'node:timers/promises';

import type { Database } from '../connection/database';
import { migrate } from '../migrations/migrate';
import { adoptForeignRuns } from '../rebuild/adopt-foreign-runs';
import { rollUpOnce } from '../rollup/roll-up-once';
import { rollupLag } from '../rollup/rollup-lag';
import { addAttempts } from './add-attempts';
import { dropFetched } from './fetch-source';
import type { ImportOptions } from './import-database';
import { advanceImport, type ImportState } from './import-state';
import { keepPastCounters } from './keep-past-counters';
import type { Layout } from './layout';
import { dropMaps } from './prepare-tables';
import { readSummary, type ImportSummary } from './read-summary';

/** Gives runs that are in their place everything that ours have: the rest of the schema, facts, labels, sums. May be repeated. */
export async function settle(
  database: Database,
  layout: Layout,
  state: ImportState,
  options: ImportOptions,
): Promise<ImportSummary> {
  await migrate(database);
  if (state.phase === 'settle') {
    await addAttempts(database, layout, state.testRunOffset);
    await adoptForeignRuns(database, options.metadataKeys, {
      onBatch: (done, total) => options.onProgress?.({ step: 'settle', done, total }),
    });
    if (state.repeated === 0) await keepPastCounters(database);
    else await database.session((session) => advanceImport(session, { phase: 'rollup' }));
  }
  await rollUpAll(database, options);
  const summary = await readSummary(database, layout);
  await finish(database, state, summary);
  return summary;
}

/** By ourselves, or by the service, which may be at it. */
async function rollUpAll(database: Database, { onProgress }: ImportOptions): Promise<void> {
  const { pendingRuns: total } = await rollupLag(database);
  for (;;) {
    await rollUpOnce(database, { onBatch: ({ runs }) => onProgress?.({ step: 'rollup', done: runs, total }) });
    const { pendingRuns } = await rollupLag(database);
    if (pendingRuns === 0) return;
    await sleep(500);
  }
}

async function finish(database: Database, state: ImportState, summary: ImportSummary): Promise<void> {
  await database.session(async (session) => {
    await advanceImport(session, { phase: 'done', summary: JSON.stringify(summary) });
    await dropMaps(session);
    // What the other database had is copied; the old tables of this one are left for people to look at.
    if (state.source !== '') await dropFetched(session);
  });
}
