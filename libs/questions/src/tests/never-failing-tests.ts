import { type Query, type Scope, table } from '../question';
import { allTests } from '../sql/all-tests';
import { failureConditions } from '../sql/filters';
import { rate } from '../sql/outcome';
import { isBehind, placeColumn, type PlacePart } from '../sql/place';
import { type RankOptions } from '../sql/ranked-tests';
import { and, nested, sql } from '../sql/select';
import { FAILED_STATUSES } from '../sql/test-facts';
import { isInRange } from '../sql/time-range';

const ORDER: readonly PlacePart[] = [
  { sql: 'f.seconds', descending: true },
  { sql: 'f.test_id', isKey: true },
];

/**
 * Tests without a failure in the whole range, the ones that cost most time first: what a quota could do without.
 * Runs and times are of the newest 30 days of the range, in whole UTC days.
 */
export function neverFailingTests(
  scope: Scope,
  limit = 100,
  { tests = {}, minRuns = 10, after }: RankOptions = {},
): Query {
  const failures = sql(
    'SELECT 1 FROM tm_failures AS x INNER JOIN tm_series AS s ON s.id = x.series_id',
    `WHERE x.test_id = f.test_id AND ${isInRange('x.run_at', scope.range)} AND x.status IN ${FAILED_STATUSES}${and(failureConditions('x', 's', scope.filter))}`,
  );
  return table(
    sql(
      `SELECT LEFT(n.test_id, 1000) AS \`Test\`, n.id AS test_key, f.passed AS \`Passes\`, f.failed AS \`Failed\`,`,
      `f.seconds AS \`Total\`, ${rate('f.seconds', 'f.timed')} AS \`Mean\`${placeColumn(ORDER, after)}`,
      'FROM (SELECT f.* FROM (',
      allTests(scope, { tests, measures: ['passed', 'failed', 'timed', 'seconds'] }),
      `) AS f WHERE f.failed = 0 AND f.passed > 0 AND f.passed >= ${minRuns} AND NOT EXISTS (`,
      nested(failures),
      `)${and(isBehind(ORDER, after))} ORDER BY f.seconds DESC, f.test_id LIMIT ${limit}`,
      ') AS f INNER JOIN tests AS n ON n.id = f.test_id',
      `ORDER BY f.seconds DESC, n.id LIMIT ${limit}`,
    ),
  );
}
