import { type Query, type Scope, table } from '../question';
import { failureConditions } from '../sql/filters';
import { and, nameOf, nested, sql } from '../sql/select';
import { asTests, isOneOf, type Tests } from '../sql/tests';
import { epochSeconds, isInRange } from '../sql/time-range';

/** Characters of a traceback that a table shows; the end of a longer one says most. */
const TRACEBACK_CHARACTERS = 8000;

/** The newest failures of one test, with the message's line and the traceback. */
export function testFailures(scope: Scope, tests: string | Tests, limit = 25): Query {
  return table(
    sql(
      `SELECT ${epochSeconds('f.run_at')} * 1000 AS time, ${nameOf('j')} AS \`Job\`, j.id AS job_key, ${nameOf('b')} AS \`Branch\`,`,
      "IF(f.flaky, 'flaky', f.status) AS `Outcome`, COALESCE(f.message, '') AS `Message`,",
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

/** The text attachment that explains a failure: a traceback before any other, of the latest attempt that has one. */
function traceback(): string {
  const text = `CONVERT(a.attachment USING utf8mb4)`;
  return sql(
    `(SELECT RIGHT(${text}, ${TRACEBACK_CHARACTERS})`,
    '   FROM attachments AS a',
    "  WHERE a.test_run_id = t.id AND (a.tm_content_type LIKE 'text/%' OR a.tm_content_type IS NULL) AND LENGTH(a.attachment) > 0",
    "  ORDER BY a.label LIKE '%traceback%' DESC, a.tm_attempt DESC, a.id LIMIT 1)",
  );
}
