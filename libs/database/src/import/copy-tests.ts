import type { Database } from '../connection/database';
import type { Session } from '../connection/session';
import type { Layout } from './layout';

const TESTS_AT_A_TIME = 10_000;

/** Which row of our tests stands for a test of the source: several do where the reference made rows for one name at the same moment. */
export const CREATE_TEST_MAP = `CREATE TABLE IF NOT EXISTS tm_import_tests (
  old_id BIGINT NOT NULL PRIMARY KEY, new_id BIGINT NOT NULL, success INT NULL, failure INT NULL, run_time DOUBLE NULL,
  KEY ix_tm_import_tests_new (new_id)) ENGINE=InnoDB`;

/** Takes over the tests that are not yet; counters start at zero and are made again from the test runs. */
export async function copyTests(database: Database, layout: Layout): Promise<void> {
  for (;;) {
    const more = await database.transaction((session) => copyPage(session, layout));
    if (!more) return;
  }
}

async function copyPage(session: Session, layout: Layout): Promise<boolean> {
  const [source, target] = [layout.source('tests'), layout.target('tests')];
  const [last] = await session.arrays('SELECT COALESCE(MAX(tm_import_tests.old_id), 0) FROM tm_import_tests');
  const after = Number(last?.[0] ?? 0);
  const [end] = await session.arrays(
    `SELECT MAX(page.id), COUNT(*) FROM (SELECT id FROM ${source} WHERE id > ${after} ORDER BY id LIMIT ${TESTS_AT_A_TIME}) AS page`,
  );
  if (end?.[0] === null || end === undefined) return false;
  const page = `WHERE source_tests.id > ${after} AND source_tests.id <= ${Number(end[0])}`;
  const name = 'CONVERT(source_tests.test_id USING utf8mb4)';
  const [ids, values] = layout.keepsIds ? ['id, ', 'source_tests.id, '] : ['', ''];
  // In the order of the numbers, so that of several rows with one name the oldest stays.
  await session.execute(
    `INSERT INTO ${target} (${ids}test_id, run_count, success, failure)
     SELECT ${values}${name}, 0, 0, 0 FROM ${source} AS source_tests ${page} ORDER BY source_tests.id
         ON DUPLICATE KEY UPDATE run_count = ${target}.run_count`,
  );
  await session.execute(
    `INSERT INTO tm_import_tests (old_id, new_id, success, failure, run_time)
     SELECT source_tests.id, target_tests.id, source_tests.success, source_tests.failure, source_tests.run_time
       FROM ${source} AS source_tests
       JOIN ${target} AS target_tests ON target_tests.tm_test_id_hash = UNHEX(LEFT(SHA2(${name}, 256), 32)) ${page}`,
  );
  await copyMetadata(session, layout, { after, upTo: Number(end[0]) });
  return Number(end[1]) === TESTS_AT_A_TIME;
}

async function copyMetadata(
  session: Session,
  layout: Layout,
  { after, upTo }: { readonly after: number; readonly upTo: number },
): Promise<void> {
  const target = layout.target('test_metadata');
  await session.execute(
    `INSERT INTO ${target} (\`key\`, value, test_id)
     SELECT DISTINCT source_metadata.\`key\`, source_metadata.value, tm_import_tests.new_id
       FROM tm_import_tests
       JOIN ${layout.source('test_metadata')} AS source_metadata ON source_metadata.test_id = tm_import_tests.old_id
      WHERE tm_import_tests.old_id > ${after} AND tm_import_tests.old_id <= ${upTo}`,
  );
}
