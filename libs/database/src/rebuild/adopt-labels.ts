import type { Database } from '../connection/database';
import type { Session } from '../connection/session';
import { bulkInsert } from '../sql/bulk-insert';
import { chunks } from '../sql/chunks';
import type { LabelSetResolver } from '../store/label-set-resolver';

interface TestRunLabels {
  readonly id: number;
  readonly runId: number;
  readonly testId: number;
  readonly attrs: string | null;
  readonly tags: string | null;
}

/** Runs whose labels are in memory at once. */
const RUNS_AT_A_TIME = 10;

/** Puts the attributes and tags that the reference's tools wrote beside each test run into our dictionary. May be repeated. */
export async function adoptLabels(
  database: Database,
  runIds: readonly number[],
  resolver: LabelSetResolver,
): Promise<void> {
  for (const some of chunks(runIds, RUNS_AT_A_TIME)) {
    const labels = await database.session((session) => readLabels(session, some));
    if (labels.length === 0) continue;
    const ids = await database.session((session) => resolver.resolve(session, labels.map(toLabelSet)));
    const rows = labels.map(({ id, runId, testId }, index) => `(${id},${testId},${runId},${ids[index] ?? 'NULL'})`);
    await database.transaction((session) => update(session, rows, database.statementBytes));
  }
}

async function readLabels(session: Session, runIds: readonly number[]): Promise<readonly TestRunLabels[]> {
  return session.rows<TestRunLabels>(
    `SELECT test_runs.id, test_runs.run_id AS runId, test_runs.test_id AS testId,
            MAX(IF(test_run_metadata.\`key\` = 'attrs', test_run_metadata.value, NULL)) AS attrs,
            MAX(IF(test_run_metadata.\`key\` = 'tags', test_run_metadata.value, NULL)) AS tags
       FROM test_runs JOIN test_run_metadata ON test_run_metadata.test_run_id = test_runs.id
      WHERE test_runs.run_id IN (${runIds.join()}) AND test_runs.tm_label_set_id IS NULL AND test_run_metadata.\`key\` IN ('attrs', 'tags')
      GROUP BY test_runs.id, test_runs.run_id, test_runs.test_id`,
  );
}

/** Tags come sorted into the dictionary: the reference wrote them in an order of chance. */
function toLabelSet({ attrs, tags }: TestRunLabels) {
  return { attrs, tags: tags === null ? [] : [...new Set(tags.split(','))].sort(), routeCode: null };
}

/** The row is there, so nothing is inserted: the one form in which many rows get a value each. */
async function update(session: Session, rows: readonly string[], statementBytes: number): Promise<void> {
  await bulkInsert(
    session,
    {
      into: 'test_runs (id, test_id, run_id, tm_label_set_id)',
      suffix: 'ON DUPLICATE KEY UPDATE tm_label_set_id = VALUES(tm_label_set_id)',
      statementBytes,
    },
    rows,
  );
}
