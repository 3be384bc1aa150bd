import { filterConditions, type RunFilter, unlessEverything } from './filters';
import { and } from './select';

/**
 * Conditions on a row of `tm_test_states`, which knows job and branch only: a project is what its jobs on its branches
 * are. Metadata cannot be asked for.
 */
export function stateConditions(alias: string, { job, branch, project }: RunFilter): string[] {
  const own = filterConditions(alias, { ...(job && { job }), ...(branch && { branch }) });
  return project === undefined ? own : [...own, inProject(alias, { project })];
}

function inProject(alias: string, filter: RunFilter): string {
  const isIn = `(${alias}.job_id, ${alias}.branch_id) IN (SELECT s.job_id, s.branch_id FROM tm_series AS s WHERE 1=1${and(filterConditions('s', filter))})`;
  return unlessEverything(filter, isIn);
}
