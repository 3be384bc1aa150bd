import { type Query, type Scope, table } from '../question';
import { runConditions } from '../sql/filters';
import { type After, isBehind, placeColumn, type PlacePart } from '../sql/place';
import { and, nameOf, nested, sql } from '../sql/select';
import { durationSeconds } from '../sql/test-run-sums';
import { asTests, isOneOf, type Tests } from '../sql/tests';
import { isInRange } from '../sql/time-range';
import { isFailed, millis, outcomeWord, testName } from '../sql/words';

const ORDER: readonly PlacePart[] = [
  { sql: 'r.run_at', type: 'time', descending: true },
  { sql: 'r.run_id', descending: true },
  { sql: 't.test_id', descending: true },
];

/**
 * Each test run of few tests, the newest first. Runs are looked through from the newest on, of those jobs and branches that
 * ever had the tests, so that a page costs what it shows; test runs without times are among them.
 */
export function testRuns(scope: Scope, tests: string | Tests, limit = 100, after?: After): Query {
  const isMeant = isOneOf('t.test_id', asTests(tests));
  const newest = sql(
    'SELECT r.run_at AS run_at, r.run_id AS run_id, r.job_id AS job_id, r.branch_id AS branch_id, t.test_id AS test_id',
    `FROM tm_runs AS r INNER JOIN test_runs AS t ON t.run_id = r.run_id AND ${isMeant}`,
    `WHERE ${isInRange('r.run_at', scope.range)}${and([...runConditions('r', scope.filter), ...isBehind(ORDER, after)])}`,
    `AND (r.job_id, r.branch_id) IN (SELECT st.job_id, st.branch_id FROM tm_test_states AS st WHERE ${isOneOf('st.test_id', asTests(tests))})`,
    `ORDER BY r.run_at DESC, r.run_id DESC, t.test_id DESC LIMIT ${limit}`,
  );
  return table(
    sql(
      `SELECT ${millis('r.run_at')} AS time, ${testName('n')} AS \`Test\`, n.id AS test_key, u.uuid AS run_key, ${nameOf('j')} AS \`Job\`, j.id AS job_key, ${nameOf('b')} AS \`Branch\`,`,
      `t.status AS \`Status\`, ${outcomeWord('t.status', 't.tm_flaky')} AS \`Outcome\`, ${durationSeconds('t')} AS \`Duration\`, t.tm_attempts AS \`Attempts\`,`,
      `COALESCE(x.message, '') AS \`Message\`${placeColumn(ORDER, after)}`,
      'FROM (',
      nested(newest),
      ') AS r INNER JOIN test_runs AS t ON t.run_id = r.run_id AND t.test_id = r.test_id INNER JOIN tests AS n ON n.id = r.test_id',
      'INNER JOIN runs AS u ON u.id = r.run_id INNER JOIN tm_jobs AS j ON j.id = r.job_id INNER JOIN tm_branches AS b ON b.id = r.branch_id',
      `LEFT JOIN tm_failures AS x ON x.run_id = r.run_id AND x.test_id = r.test_id AND (${isFailed('t.status')} OR t.tm_flaky = 1)`,
      `ORDER BY r.run_at DESC, r.run_id DESC, r.test_id DESC LIMIT ${limit}`,
    ),
  );
}
