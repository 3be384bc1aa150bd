import { type Query, type Scope, table } from '../question';
import { failureConditions } from '../sql/filters';
import { and, nameOf, nested, sql } from '../sql/select';
import { asTests, isOneOf, type Tests } from '../sql/tests';
import { epochSeconds, isInRange } from '../sql/time-range';

/** Runs in which one test failed and was tried again, with every attempt's status and duration. */
export function testAttempts(scope: Scope, tests: string | Tests, limit = 25): Query {
  const retried = sql(
    'SELECT x.run_id AS run_id, x.run_at AS run_at, s.job_id AS job_id, x.flaky AS flaky, COUNT(*) AS attempts,',
    "GROUP_CONCAT(a.status ORDER BY a.attempt SEPARATOR ' → ') AS statuses,",
    `GROUP_CONCAT(${duration('TIMESTAMPDIFF(MICROSECOND, a.started_at, a.stopped_at)')} ORDER BY a.attempt SEPARATOR ' → ') AS durations`,
    'FROM tm_failures AS x INNER JOIN tm_series AS s ON s.id = x.series_id',
    'INNER JOIN tm_attempts AS a ON a.run_id = x.run_id AND a.test_id = x.test_id',
    `WHERE ${isOneOf('x.test_id', asTests(tests))} AND ${isInRange('x.run_at', scope.range)}${and(failureConditions('x', 's', scope.filter))}`,
    `GROUP BY x.run_id, x.test_id, x.run_at, s.job_id, x.flaky ORDER BY x.run_at DESC, x.run_id DESC LIMIT ${limit}`,
  );
  return table(
    sql(
      `SELECT ${epochSeconds('f.run_at')} * 1000 AS time, u.uuid AS run_key, ${nameOf('j')} AS \`Job\`, j.id AS job_key, IF(f.flaky, 'flaky', 'failed') AS \`Outcome\`,`,
      'f.attempts AS `Attempts`, f.statuses AS `Statuses`, f.durations AS `Durations`',
      'FROM (',
      nested(retried),
      `) AS f INNER JOIN tm_jobs AS j ON j.id = f.job_id INNER JOIN runs AS u ON u.id = f.run_id ORDER BY f.run_at DESC LIMIT ${limit}`,
    ),
  );
}

/** Microseconds as a text in the unit that they are best said in. */
function duration(micros: string): string {
  return `CASE WHEN ${micros} < 1000 THEN CONCAT(${micros}, ' µs') WHEN ${micros} < 1000000 THEN CONCAT(ROUND(${micros} / 1000, 1), ' ms') ELSE COALESCE(CONCAT(ROUND(${micros} / 1000000, 3), ' s'), '?') END`;
}
