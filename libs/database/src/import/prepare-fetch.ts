import type { Database } from '../connection/database';
import { migrate } from '../migrations/migrate';
import { createFetched, type SourceConnection } from './fetch-source';
import { beginImport, forgetImport, type ImportState } from './import-state';
import { judgeSource } from './judge-source';
import { createMaps, SPARE_IDS } from './prepare-tables';
import { probeGrants } from './probe-grants';
import { readSource } from './read-source';

/** Looks at the other database, and makes room in ours. */
export async function prepareFetch(
  database: Database,
  source: SourceConnection,
  before: ImportState | null,
): Promise<ImportState> {
  const [version] = await source.arrays('SELECT VERSION()');
  judgeSource(await readSource(source, /mariadb/i.test(String(version?.[0])) ? 'mariadb' : 'mysql'));
  await migrate(database);
  const [last] = await source.arrays('SELECT COALESCE(MAX(test_runs.id), 0) FROM test_runs');
  return database.session(async (session) => {
    await probeGrants(session);
    await createMaps(session, database.server);
    await createFetched(session, database.server.collation);
    const [own] = await session.arrays('SELECT COALESCE(MAX(test_runs.id), 0) FROM test_runs');
    const testRunOffset = Number(own?.[0] ?? 0) + SPARE_IDS;
    // Whoever stores a run meanwhile gets numbers behind all that come in.
    await session.execute(
      `ALTER TABLE test_runs AUTO_INCREMENT = ${testRunOffset + Number(last?.[0] ?? 0) + SPARE_IDS}`,
    );
    const state: ImportState = {
      ...{ phase: 'fetch', source: source.name, afterRunId: 0, testRunOffset, firstTestRunId: 0 },
      ...{ repeated: Number(before?.source === source.name), summary: null },
    };
    if (before !== null) await forgetImport(session);
    await beginImport(session, state);
    return state;
  });
}
