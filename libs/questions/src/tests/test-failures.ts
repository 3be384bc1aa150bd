import { type Query, type Scope, table } from '../question';
import { failureConditions } from '../sql/filters';
import { and, nameOf, nested, sql } from '../sql/select';
import { asTests, isOneOf, type Tests } from '../sql/tests';
import { traceback } from '../sql/traceback';
import { epochSeconds, isInRange } from '../sql/time-range';

/** The newest failures of one test, with the message's line and the traceback. */
export function testFailures(scope: Scope, tests: string | Tests, limit = 25): Query {
  return table(
    sql(
      `SELECT ${epochSeconds('f.run_at')} * 1000 AS time, ${nameOf('j')} AS \`Job\`, j.id AS job_key, ${nameOf('b')} AS \`Branch\`,`,
      "u.uuid AS run_key, IF(f.flaky, 'flaky', f.status) AS `Outcome`, COALESCE(f.message, '') AS `Message`,",
      `COALESCE(${traceback()}, '') AS \`Traceback\`, u.artifacts AS \`Logs\``,
      'FROM (',
      nested(newestFailures(scope, tests, limit)),
      ') AS f INNER JOIN tm_series AS s ON s.id = f.series_id INNER JOIN runs AS u ON u.id = f.run_id',
      'INNER JOIN tm_jobs AS j ON j.id = s.job_id INNER JOIN tm_branches AS b ON b.id = s.branch_id',
      'INNER JOIN test_runs AS t ON t.run_id = f.run_id AND t.test_id = f.test_id',
      `ORDER BY f.run_at DESC LIMIT ${limit}`,
    ),
  );
}

function newestFailures(scope: Scope, tests: string | Tests, limit: number): string {
  return sql(
    'SELECT x.run_id, x.test_id, x.series_id, x.run_at, x.status, x.flaky, x.message',
    'FROM tm_failures AS x INNER JOIN tm_series AS s ON s.id = x.series_id',
    `WHERE ${isOneOf('x.test_id', asTests(tests))} AND ${isInRange('x.run_at', scope.range)}${and(failureConditions('x', 's', scope.filter))}`,
    `ORDER BY x.run_at DESC LIMIT ${limit}`,
  );
}
