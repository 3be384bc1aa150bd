import { type Query, type Scope, table } from '../question';
import { and, nameOf, nested, sql } from '../sql/select';
import { stateConditions } from '../sql/test-states';
import { testConditions, type TestFilter } from '../sql/tests';
import { millis } from '../sql/words';

/** Tests that ran before the range, and neither in it nor after it; the ones that stopped last first. */
export function staleTests(scope: Scope, limit = 100, tests: TestFilter = {}): Query {
  const { from, to } = scope.range;
  const last = sql(
    'SELECT st.test_id AS test_id, MAX(st.last_seen) AS last_seen, MIN(st.first_seen) AS first_seen, MAX(st.job_id) AS job_id, COUNT(DISTINCT st.job_id) AS jobs',
    `FROM tm_test_states AS st WHERE 1=1${and([...stateConditions('st', scope.filter), ...testConditions('st.test_id', tests)])}`,
    `GROUP BY st.test_id HAVING MAX(st.last_seen) < ${from} ORDER BY MAX(st.last_seen) DESC, st.test_id LIMIT ${limit}`,
  );
  return table(
    sql(
      `SELECT LEFT(n.test_id, 1000) AS \`Test\`, n.id AS test_key, IF(f.jobs = 1, ${nameOf('j')}, CONCAT(f.jobs, ' jobs')) AS \`Job\`,`,
      `${millis('f.last_seen')} AS \`Last seen\`, TIMESTAMPDIFF(SECOND, f.last_seen, ${to}) AS \`Not run for\`, ${millis('f.first_seen')} AS \`First seen\`,`,
      'COALESCE(n.run_count, 0) AS `Runs ever`',
      'FROM (',
      nested(last),
      ') AS f INNER JOIN tests AS n ON n.id = f.test_id INNER JOIN tm_jobs AS j ON j.id = f.job_id',
      `ORDER BY f.last_seen DESC, n.id LIMIT ${limit}`,
    ),
  );
}
