import type { Session } from '../connection/session';
import type { RunForRollup } from './rollup-input';

/**
 * Writes attrs and tags out of the dictionary into test_run_metadata, on the server, as the reference's tools have them:
 * attrs first. The rows say nothing that tm_label_sets does not; they may be dropped at any time.
 */
export async function writeTestRunMetadata(session: Session, runs: readonly RunForRollup[]): Promise<void> {
  const ids = runs.filter(({ again }) => !again).map(({ runId }) => runId);
  if (ids.length === 0) return;
  await session.execute(
    'INSERT INTO test_run_metadata (test_run_id, `key`, value) ' +
      `${select('attrs', ids)} UNION ALL ${select('tags', ids)}`,
  );
}

function select(column: 'attrs' | 'tags', runIds: readonly number[]): string {
  // Once a young table's statistics lagged behind, and the server joined every set with every test run of the run.
  return `SELECT STRAIGHT_JOIN test_runs.id, '${column}', tm_label_sets.${column}
            FROM test_runs JOIN tm_label_sets ON tm_label_sets.id = test_runs.tm_label_set_id
           WHERE test_runs.run_id IN (${runIds.join()}) AND tm_label_sets.${column} IS NOT NULL`;
}
