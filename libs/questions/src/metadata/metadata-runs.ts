import { type Scope } from '../question';
import { hasMetadata } from '../sql/filters';
import { newestRuns } from '../sql/newest-runs';
import { isShort, RUN_BY_RUN_DAYS } from '../sql/time-range';

/** So many of the newest runs in scope are grouped one by one. */
const RUNS = 10_000;

/**
 * `FROM`-clause with the newest runs `r` and the value `m.value` of a key; runs without the key have NULL. Up to a fortnight:
 * above, there are totals a day, unless other metadata choose the runs.
 */
export function runsWithValue(scope: Scope, metadataKey: string): string {
  const conditions = hasMetadata(scope.filter) ? [] : [isShort(scope.range, RUN_BY_RUN_DAYS)];
  return `${newestRuns(scope, { limit: RUNS, conditions })} AS r LEFT JOIN run_metadata AS m ON m.run_id = r.run_id AND m.\`key\` = ${metadataKey}`;
}

/** The value as text that can be grouped in memory. */
export const VALUE = "COALESCE(NULLIF(LEFT(m.value, 500), ''), '(none)')";
