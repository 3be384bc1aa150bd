import { type Query, table } from '../question';
import { sql } from '../sql/select';
import { asTests, isOneOf, type Tests } from '../sql/tests';
import { millis } from '../sql/words';

/** Tests that a prefix or a pattern may name at a time: see `fewTests`. */
const TESTS = 100;

/** What is known of few tests over all time: their counters, and when they were first and last seen, in whatever job. */
export function testSummary(tests: string | Tests): Query {
  const seen = sql(
    'SELECT st.test_id AS test_id, MIN(st.first_seen) AS first_seen, MAX(st.last_seen) AS last_seen,',
    'MAX(st.last_passed) AS last_passed, MAX(st.last_failed) AS last_failed, COUNT(DISTINCT st.job_id) AS jobs',
    `FROM tm_test_states AS st WHERE ${isOneOf('st.test_id', asTests(tests))} GROUP BY st.test_id`,
  );
  return table(
    sql(
      'SELECT n.test_id AS `Test`, n.id AS test_key, COALESCE(n.success, 0) AS `Passed`, COALESCE(n.failure, 0) AS `Failed`,',
      'COALESCE(n.run_count, 0) AS `Runs`, IF(COALESCE(n.tm_timed_successes, 0) = 0, NULL, n.run_time) AS `Mean duration`,',
      `COALESCE(f.jobs, 0) AS \`Jobs\`, ${millis('f.first_seen')} AS \`First seen\`, ${millis('f.last_seen')} AS \`Last seen\`,`,
      `${millis('f.last_passed')} AS \`Last passed\`, ${millis('f.last_failed')} AS \`Last failed\``,
      `FROM tests AS n LEFT JOIN (${seen}) AS f ON f.test_id = n.id`,
      `WHERE ${isOneOf('n.id', asTests(tests))} ORDER BY n.test_id LIMIT ${TESTS}`,
    ),
  );
}
