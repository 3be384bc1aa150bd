import { type Scope } from '../question';
import { runConditions } from './filters';
import { and } from './select';
import { isInRange } from './time-range';

export interface NewestRuns {
  readonly limit: number;
  readonly offset?: number;
  /** Further conditions on the alias `r`. */
  readonly conditions?: readonly string[];
}

/** A subquery with the newest runs in scope, rows of `tm_runs`. */
export function newestRuns(scope: Scope, { limit, offset = 0, conditions = [] }: NewestRuns): string {
  const page = offset === 0 ? `LIMIT ${limit}` : `LIMIT ${limit} OFFSET ${offset}`;
  return `(SELECT r.* FROM tm_runs AS r WHERE ${isInRange('r.run_at', scope.range)}${and([...runConditions('r', scope.filter), ...conditions])} ORDER BY r.run_at DESC, r.run_id DESC ${page})`;
}
