import { type Query, type Scope, table } from '../question';
import { filterConditions } from '../sql/filters';
import { fewRunsNote, rate } from '../sql/outcome';
import { and, nested, sql } from '../sql/select';

/** The newest days of the range that are looked at: a test that was slow last year is not slow. */
const NEWEST_DAYS = 30;

/** Tests with the longest mean duration of their passes, in the newest 30 days of the range, in whole UTC days. */
export function slowestTests(scope: Scope, limit = 25): Query {
  const { from, to } = scope.range;
  const sums = sql(
    'SELECT d.test_id AS test_id, SUM(d.passed_timed) AS timed, SUM(d.passed_seconds) AS seconds',
    'FROM tm_test_days AS d INNER JOIN tm_series AS s ON s.id = d.series_id',
    `WHERE d.day >= GREATEST(DATE(${from}), DATE(${to}) - INTERVAL ${NEWEST_DAYS} DAY) AND d.day < ${to}${and(filterConditions('s', scope.filter))}`,
    `GROUP BY d.test_id HAVING SUM(d.passed_timed) > 0 ORDER BY SUM(d.passed_seconds) / SUM(d.passed_timed) DESC, d.test_id LIMIT ${limit}`,
  );
  return table(
    sql(
      `SELECT LEFT(n.test_id, 1000) AS \`Test\`, n.id AS test_key, ${rate('f.seconds', 'f.timed')} AS \`Mean\`,`,
      `f.timed AS \`Passes\`, f.seconds AS \`Total\`, ${fewRunsNote('f.timed')} AS \`Note\``,
      'FROM (',
      nested(sums),
      ') AS f INNER JOIN tests AS n ON n.id = f.test_id',
      `ORDER BY \`Mean\` DESC, n.id LIMIT ${limit}`,
    ),
  );
}
