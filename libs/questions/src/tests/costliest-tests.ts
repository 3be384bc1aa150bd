import { type Query, type Scope } from '../question';
import { type RankOptions } from '../sql/ranked-tests';
import { timedTests } from '../sql/timed-tests';

/** Tests whose passes took most time in total, in the newest 30 days of the range, in whole UTC days. */
export function costliestTests(scope: Scope, limit = 25, options: RankOptions = {}): Query {
  return timedTests(scope, 'f.seconds', limit, options);
}
