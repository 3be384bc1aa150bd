import type { Session } from '../connection/session';
import type { RunToPrune } from './mark-runs';
import type { PruneSelection } from './prune-plan';

/** Runs that are rolled up and whose raw rows are to go, in the order of their numbers. */
export async function selectRuns(
  session: Session,
  selection: PruneSelection,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly RunToPrune[]> {
  return session.rows<RunToPrune>(
    `SELECT tm_runs.run_id AS runId, tm_runs.tests, tm_pruned_runs.run_id IS NOT NULL AS marked ${FROM(selection)}
        AND tm_runs.run_id > ${after} ORDER BY tm_runs.run_id LIMIT ${limit}`,
    [...selection.metadata.flat(), selection.beforeDay],
  );
}

export interface SelectionSize {
  readonly runs: number;
  readonly testRuns: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

export async function measureSelection(session: Session, selection: PruneSelection): Promise<SelectionSize> {
  const [size] = await session.rows<SelectionSize>(
    `SELECT COUNT(*) AS runs, COALESCE(SUM(IF(tm_pruned_runs.run_id IS NULL, tm_runs.tests, 0)), 0) AS testRuns,
            MIN(tm_runs.day) AS firstDay, MAX(tm_runs.day) AS lastDay ${FROM(selection)}`,
    [...selection.metadata.flat(), selection.beforeDay],
  );
  if (size === undefined) throw new Error('A sum over runs gave no row.');
  return { ...size };
}

function FROM({ metadata, keepRuns }: PruneSelection): string {
  const pairs = metadata.map(
    (_, index) =>
      `JOIN run_metadata AS pair_${index} ON pair_${index}.run_id = tm_runs.run_id
        AND pair_${index}.\`key\` = ? AND pair_${index}.value = ?`,
  );
  return `FROM tm_runs ${pairs.join(' ')}
    LEFT JOIN tm_pruned_runs ON tm_pruned_runs.run_id = tm_runs.run_id
    LEFT JOIN tm_rollup_pending ON tm_rollup_pending.run_id = tm_runs.run_id
   WHERE tm_runs.day < ? AND tm_rollup_pending.run_id IS NULL ${keepRuns ? 'AND tm_pruned_runs.run_id IS NULL' : ''}`;
}
