import type { Database } from '../connection/database';
import type { Session } from '../connection/session';
import type { Layout } from './layout';

const RUNS_AT_A_TIME = 10_000;

/** The uuid of every run of the source under our rule that a uuid is one run's. */
export function createRunMap(collation: string): string {
  return `CREATE TABLE IF NOT EXISTS tm_import_runs (
    old_id BIGINT NOT NULL PRIMARY KEY, uuid VARCHAR(36) CHARACTER SET utf8mb4 COLLATE ${collation} NOT NULL,
    renamed TINYINT NOT NULL, known TINYINT NOT NULL DEFAULT 0, new_id BIGINT NULL,
    UNIQUE KEY uq_tm_import_runs (uuid), KEY ix_tm_import_runs_new (new_id)) ENGINE=InnoDB`;
}

/** Of the run itself, so that a second attempt makes the same one; marked as made of a hash (version 8). */
const MADE_HASH =
  "SHA2(CONCAT('subunit2sql run ', source_runs.id, ' ', COALESCE(source_runs.uuid, ''), ' ', COALESCE(source_runs.run_at, '')), 256)";
const MADE_UUID = `CONCAT(SUBSTR(${MADE_HASH}, 1, 8), '-', SUBSTR(${MADE_HASH}, 9, 4), '-8', SUBSTR(${MADE_HASH}, 13, 3),
  '-8', SUBSTR(${MADE_HASH}, 16, 3), '-', SUBSTR(${MADE_HASH}, 19, 12))`;

/** Gives a uuid to every run of the source; of several runs with one uuid the first keeps it, the others get one of their own. */
export async function mapRuns(database: Database, layout: Layout): Promise<void> {
  for (;;) {
    const more = await database.transaction((session) => mapPage(session, layout));
    if (!more) return;
  }
}

async function mapPage(session: Session, layout: Layout): Promise<boolean> {
  const source = layout.source('runs');
  const [last] = await session.arrays('SELECT COALESCE(MAX(tm_import_runs.old_id), 0) FROM tm_import_runs');
  const after = Number(last?.[0] ?? 0);
  const [end] = await session.arrays(
    `SELECT MAX(page.id), COUNT(*) FROM (SELECT id FROM ${source} WHERE id > ${after} ORDER BY id LIMIT ${RUNS_AT_A_TIME}) AS page`,
  );
  if (end?.[0] === null || end === undefined) return false;
  const page = `source_runs.id > ${after} AND source_runs.id <= ${Number(end[0])}`;
  await session.execute(
    `INSERT INTO tm_import_runs (old_id, uuid, renamed)
     SELECT source_runs.id, CONVERT(source_runs.uuid USING utf8mb4), 0 FROM ${source} AS source_runs
      WHERE ${page} AND source_runs.uuid <> '' ORDER BY source_runs.id
         ON DUPLICATE KEY UPDATE renamed = tm_import_runs.renamed`,
  );
  await session.execute(
    `INSERT INTO tm_import_runs (old_id, uuid, renamed)
     SELECT source_runs.id, ${MADE_UUID}, 1 FROM ${source} AS source_runs
       LEFT JOIN tm_import_runs AS mapped ON mapped.old_id = source_runs.id
      WHERE ${page} AND mapped.old_id IS NULL`,
  );
  return Number(end[1]) === RUNS_AT_A_TIME;
}
