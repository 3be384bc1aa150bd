import { type Query, type Scope, table } from '../question';
import { FAILING, rankedTests, type RankOptions } from '../sql/ranked-tests';

/** Tests that fail most surely: ranked by the lower end of their failure rate's interval. */
export function failingTests(scope: Scope, limit = 25, options: RankOptions = {}): Query {
  return table(rankedTests(scope, FAILING, limit, options));
}
