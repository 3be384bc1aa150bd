import { type Query, type Scope } from '../question';
import { type RankOptions } from '../sql/ranked-tests';
import { timedTests } from '../sql/timed-tests';

/** Tests with the longest mean duration of their passes, in the newest 30 days of the range, in whole UTC days. */
export function slowestTests(scope: Scope, limit = 25, options: RankOptions = {}): Query {
  return timedTests(scope, 'f.seconds / f.timed', limit, options);
}
