import { type Query, type Scope, table } from '../question';
import { allTests } from './all-tests';
import { fewRunsNote, rate } from './outcome';
import { isBehind, placeColumn, type PlacePart } from './place';
import { type RankOptions } from './ranked-tests';
import { and, sql } from './select';

/** Tests ordered by an expression on `f`, with how long their passes took. Only those that are shown are named. */
export function timedTests(
  scope: Scope,
  order: string,
  limit: number,
  { tests = {}, minRuns = 0, after }: RankOptions,
): Query {
  const places: readonly PlacePart[] = [
    { sql: order, descending: true },
    { sql: 'f.test_id', isKey: true },
  ];
  return table(
    sql(
      `SELECT LEFT(n.test_id, 1000) AS \`Test\`, n.id AS test_key, ${rate('f.seconds', 'f.timed')} AS \`Mean\`,`,
      `f.timed AS \`Passes\`, f.seconds AS \`Total\`, ${fewRunsNote('f.timed')} AS \`Note\`${placeColumn(places, after)}`,
      'FROM (SELECT f.* FROM (',
      allTests(scope, { tests, measures: ['timed', 'seconds'] }),
      `) AS f WHERE f.timed > 0 AND f.timed >= ${minRuns}${and(isBehind(places, after))} ORDER BY ${order} DESC, f.test_id LIMIT ${limit}`,
      ') AS f INNER JOIN tests AS n ON n.id = f.test_id',
      `ORDER BY ${order} DESC, n.id LIMIT ${limit}`,
    ),
  );
}
