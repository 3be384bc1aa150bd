import { type Query, type Scope, table } from '../question';
import { allTests } from '../sql/all-tests';
import { failureConditions } from '../sql/filters';
import { rate } from '../sql/outcome';
import { isBehind, placeColumn, type PlacePart } from '../sql/place';
import { type RankOptions } from '../sql/ranked-tests';
import { and, nested, sql } from '../sql/select';
import { FAILED_STATUSES } from '../sql/test-run-sums';

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
  // A test's newest failure is found at once in the index, whatever the range. NOT EXISTS would be answered by a table of all
  // failures in the range.
  const lastFailure = sql(
    'SELECT x.run_at FROM tm_failures AS x FORCE INDEX (ix_tm_failures_test) STRAIGHT_JOIN tm_series AS s ON s.id = x.series_id',
    `WHERE x.test_id = f.test_id AND x.run_at < ${scope.range.to} AND x.status IN ${FAILED_STATUSES}${and(failureConditions('x', 's', scope.filter))}`,
    'ORDER BY x.run_at DESC LIMIT 1',
  );
  return table(
    sql(
      `SELECT LEFT(n.test_id, 1000) AS \`Test\`, n.id AS test_key, f.passed AS \`Passes\`, f.failed AS \`Failed\`,`,
      `f.seconds AS \`Total\`, ${rate('f.seconds', 'f.timed')} AS \`Mean\`${placeColumn(ORDER, after)}`,
      'FROM (SELECT f.* FROM (',
      allTests(scope, { tests, measures: ['passed', 'failed', 'timed', 'seconds'] }),
      `) AS f WHERE f.failed = 0 AND f.passed > 0 AND f.passed >= ${minRuns}${and(isBehind(ORDER, after))} AND COALESCE((`,
      nested(lastFailure),
      `) < ${scope.range.from}, TRUE) ORDER BY f.seconds DESC, f.test_id LIMIT ${limit}`,
      ') AS f INNER JOIN tests AS n ON n.id = f.test_id',
      `ORDER BY f.seconds DESC, n.id LIMIT ${limit}`,
    ),
  );
}
