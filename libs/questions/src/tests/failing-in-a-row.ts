import { type Query, type Scope, table } from '../question';
import { and, nameOf, nested, sql } from '../sql/select';
import { stateConditions } from '../sql/test-states';
import { testConditions, type TestFilter } from '../sql/tests';
import { isInRange } from '../sql/time-range';
import { millis } from '../sql/words';

/** Tests that failed in each of their last runs of a job on a branch, of those that ran in the range. */
export function failingInARow(scope: Scope, limit = 50, fails = 3, tests: TestFilter = {}): Query {
  const states = sql(
    'SELECT st.* FROM tm_test_states AS st',
    `WHERE st.consecutive_fails >= ${Math.max(fails, 1)} AND ${isInRange('st.last_seen', scope.range)}${and([...stateConditions('st', scope.filter), ...testConditions('st.test_id', tests)])}`,
    `ORDER BY st.consecutive_fails DESC, st.last_failed DESC, st.test_id LIMIT ${limit}`,
  );
  return table(
    sql(
      `SELECT LEFT(n.test_id, 1000) AS \`Test\`, n.id AS test_key, ${nameOf('j')} AS \`Job\`, j.id AS job_key, ${nameOf('b')} AS \`Branch\`, b.id AS branch_key,`,
      `f.consecutive_fails AS \`Fails in a row\`, ${millis('f.last_passed')} AS \`Last passed\`, ${millis('f.last_failed')} AS \`Last failed\`,`,
      "COALESCE(x.message, '') AS `Message`, u.uuid AS run_key",
      'FROM (',
      nested(states),
      ') AS f INNER JOIN tests AS n ON n.id = f.test_id',
      'INNER JOIN tm_jobs AS j ON j.id = f.job_id INNER JOIN tm_branches AS b ON b.id = f.branch_id',
      'LEFT JOIN tm_failures AS x ON x.run_id = f.last_failed_run_id AND x.test_id = f.test_id',
      'LEFT JOIN runs AS u ON u.id = f.last_failed_run_id',
      `ORDER BY f.consecutive_fails DESC, f.last_failed DESC, n.id LIMIT ${limit}`,
    ),
  );
}
