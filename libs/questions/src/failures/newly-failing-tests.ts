import { type Query, type Scope, table } from '../question';
import { failureConditions } from '../sql/filters';
import { and, nameOf, nested, sql } from '../sql/select';
import { testConditions, type TestFilter } from '../sql/tests';
import { isInRange } from '../sql/time-range';
import { isFailed, millis, testName } from '../sql/words';

/** A test that did not fail for so long is new among the failing ones. */
const QUIET_DAYS = 90;

/** Tests that fail again, or for the first time, after 90 days without a failure in scope; the newest first. */
export function newlyFailingTests(scope: Scope, limit = 100, tests: TestFilter = {}): Query {
  const { range, filter } = scope;
  const conditions = and(failureConditions('x', 's', filter));
  const inRange = sql(
    'SELECT x.test_id AS test_id, MIN(x.run_at) AS run_at, COUNT(*) AS n',
    'FROM tm_failures AS x INNER JOIN tm_series AS s ON s.id = x.series_id',
    `WHERE ${isInRange('x.run_at', range)} AND ${isFailed('x.status')}${conditions}${and(testConditions('x.test_id', tests))}`,
    'GROUP BY x.test_id',
  );
  const earlier = sql(
    'SELECT 1 FROM tm_failures AS x INNER JOIN tm_series AS s ON s.id = x.series_id',
    `WHERE x.test_id = f.test_id AND x.run_at >= ${range.from} - INTERVAL ${QUIET_DAYS} DAY AND x.run_at < ${range.from} AND ${isFailed('x.status')}${conditions}`,
  );
  const fresh = sql(
    'SELECT f.test_id AS test_id, f.run_at AS run_at, f.n AS n FROM (',
    nested(inRange),
    ') AS f WHERE NOT EXISTS (',
    nested(earlier),
    `) ORDER BY f.run_at DESC, f.test_id LIMIT ${limit}`,
  );
  return table(
    sql(
      `SELECT ${millis('f.run_at')} AS time, ${testName('n')} AS \`Test\`, n.id AS test_key, ${nameOf('j')} AS \`Job\`, j.id AS job_key, ${nameOf('b')} AS \`Branch\`,`,
      "COALESCE(x.message, '') AS `Message`, f.n AS `Failures since`, u.uuid AS run_key",
      'FROM (',
      nested(fresh),
      ') AS f INNER JOIN tm_failures AS x ON x.test_id = f.test_id AND x.run_at = f.run_at',
      'INNER JOIN tm_series AS s ON s.id = x.series_id INNER JOIN tests AS n ON n.id = f.test_id',
      'INNER JOIN tm_jobs AS j ON j.id = s.job_id INNER JOIN tm_branches AS b ON b.id = s.branch_id INNER JOIN runs AS u ON u.id = x.run_id',
      `WHERE ${isFailed('x.status')}${conditions} ORDER BY f.run_at DESC, f.test_id, x.run_id LIMIT ${limit}`,
    ),
  );
}
