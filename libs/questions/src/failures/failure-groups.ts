import { type Query, type Scope, table } from '../question';
import { nameOf, nested, sql } from '../sql/select';
import { millis, testName } from '../sql/words';
import { type FailureFilter, failuresIn, NEWEST_FIRST } from './latest-failures';

/** So many of the newest failures are looked at: enough to see what is common, at a price that does not grow. */
const NEWEST_FAILURES = 5000;

/** Failures by the first line of what went wrong, the most common ones first, with one of the tests as an example. */
export function failureGroups(scope: Scope, limit = 50, filter: FailureFilter = {}): Query {
  const newest = sql(
    'SELECT x.test_id AS test_id, x.run_id AS run_id, x.run_at AS run_at, s.job_id AS job_id',
    'FROM tm_failures AS x INNER JOIN tm_series AS s ON s.id = x.series_id',
    `WHERE ${failuresIn(scope, filter)}`,
    `${NEWEST_FIRST} LIMIT ${NEWEST_FAILURES}`,
  );
  const groups = sql(
    "SELECT COALESCE(x.message, '') AS message, COUNT(*) AS n, COUNT(DISTINCT f.test_id) AS tests, COUNT(DISTINCT f.job_id) AS jobs, COUNT(DISTINCT f.run_id) AS runs,",
    'MIN(f.run_at) AS oldest, MAX(f.run_at) AS newest, MAX(f.test_id) AS test_id, MAX(f.job_id) AS job_id, MAX(f.run_id) AS run_id',
    'FROM (',
    nested(newest),
    `) AS f INNER JOIN tm_failures AS x ON x.run_id = f.run_id AND x.test_id = f.test_id`,
    `GROUP BY 1 ORDER BY COUNT(*) DESC, 1 LIMIT ${limit}`,
  );
  return table(
    sql(
      "SELECT IF(g.message = '', '(no message)', g.message) AS `Message`, g.n AS `Failures`, g.tests AS `Tests`, g.runs AS `Runs`,",
      `IF(g.jobs = 1, ${nameOf('j')}, CONCAT(g.jobs, ' jobs')) AS \`Job\`, ${millis('g.oldest')} AS \`First\`, ${millis('g.newest')} AS \`Last\`,`,
      `${testName('n')} AS \`Example\`, n.id AS test_key, u.uuid AS run_key`,
      'FROM (',
      nested(groups),
      ') AS g INNER JOIN tests AS n ON n.id = g.test_id INNER JOIN tm_jobs AS j ON j.id = g.job_id INNER JOIN runs AS u ON u.id = g.run_id',
      `ORDER BY g.n DESC, g.message LIMIT ${limit}`,
    ),
  );
}
