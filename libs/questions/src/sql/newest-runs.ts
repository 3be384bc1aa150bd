import { type Scope } from '../question';
import { runConditions } from './filters';
import { and } from './select';
import { isInRange } from './time-range';

/** A subquery with the newest runs in scope, rows of `tm_runs`; with further conditions on its alias `r`. */
export function newestRuns(scope: Scope, limit: number, conditions: readonly string[] = []): string {
  return `(SELECT r.* FROM tm_runs AS r WHERE ${isInRange('r.run_at', scope.range)}${and([...runConditions('r', scope.filter), ...conditions])} ORDER BY r.run_at DESC, r.run_id DESC LIMIT ${limit})`;
}
