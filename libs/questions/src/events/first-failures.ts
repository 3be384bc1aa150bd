import { type Query, type Scope, table } from '../question';
import { filterConditions } from '../sql/filters';
import { and, nameOf, nested, sql } from '../sql/select';
import { isOneOf, type Tests } from '../sql/tests';
import { epochSeconds, isInRange } from '../sql/time-range';

/** So many of the newest failures are looked at. */
const LOOKED_AT = 1000;

/** Where a test began to fail: failures whose series had a run just before in which the test did not fail. */
export function firstFailures(scope: Scope, tests: Tests, limit: number): Query {
  const newest = sql(
    'SELECT x.run_id, x.test_id, x.series_id, x.run_at, x.message',
    'FROM tm_failures AS x INNER JOIN tm_series AS s ON s.id = x.series_id',
    `WHERE x.flaky = 0 AND ${isOneOf('x.test_id', tests)} AND ${isInRange('x.run_at', scope.range)}${and(filterConditions('s', scope.filter))}`,
    `ORDER BY x.run_at DESC LIMIT ${LOOKED_AT}`,
  );
  const before = sql(
    'SELECT r.run_id FROM tm_runs AS r',
    'WHERE r.series_id = f.series_id AND r.run_at < f.run_at ORDER BY r.run_at DESC LIMIT 1',
  );
  return table(
    sql(
      `SELECT ${epochSeconds('f.run_at')} * 1000 AS time, CONCAT('Began to fail: ', LEFT(n.test_id, 300)) AS title,`,
      `CONCAT_WS(': ', CONCAT('in ', ${nameOf('j')}, ' on ', ${nameOf('b')}), f.message) AS text,`,
      `CONCAT_WS(',', 'first failure', ${nameOf('j')}, ${nameOf('b')}) AS tags, u.uuid AS run_key, n.id AS test_key`,
      'FROM (',
      nested(newest),
      ') AS f INNER JOIN tm_series AS s ON s.id = f.series_id INNER JOIN runs AS u ON u.id = f.run_id',
      'INNER JOIN tm_jobs AS j ON j.id = s.job_id INNER JOIN tm_branches AS b ON b.id = s.branch_id',
      'INNER JOIN tests AS n ON n.id = f.test_id',
      'WHERE NOT EXISTS (SELECT 1 FROM tm_failures AS p WHERE p.test_id = f.test_id AND p.flaky = 0 AND p.run_id = (',
      nested(before),
      `)) ORDER BY f.run_at DESC LIMIT ${limit}`,
    ),
  );
}
