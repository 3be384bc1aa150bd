import { type Query, type Scope, table } from '../question';
import { FLAKY, rankedTests, type RankOptions } from '../sql/ranked-tests';

/** Tests that both failed and passed within one run, ranked by the lower end of their flake rate's interval. */
export function flakyTests(scope: Scope, limit = 25, options: RankOptions = {}): Query {
  return table(rankedTests(scope, FLAKY, limit, options));
}
