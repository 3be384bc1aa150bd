import { type Scope } from '../question';
import { newestRuns } from '../sql/newest-runs';

/** So many of the newest runs in scope are grouped by their metadata, which no daily totals know. */
const RUNS = 10_000;

/** `FROM`-clause with the newest runs `r` and the value `m.value` of a key; runs without the key have NULL. */
export function runsWithValue(scope: Scope, metadataKey: string): string {
  return `${newestRuns(scope, { limit: RUNS })} AS r LEFT JOIN run_metadata AS m ON m.run_id = r.run_id AND m.\`key\` = ${metadataKey}`;
}

/** The value as text that can be grouped in memory. */
export const VALUE = "COALESCE(NULLIF(LEFT(m.value, 500), ''), '(none)')";
