import { type Query, type Scope, table } from '../question';
import { fewRunsNote, rate } from '../sql/outcome';
import { nameOf, sql } from '../sql/select';
import { testFacts } from '../sql/test-facts';
import { asTests, type Tests } from '../sql/tests';
import { epochSeconds } from '../sql/time-range';

/** One test in each job and branch, with its last runs as text: a dot for a pass, an x for a failure, the newest at the right. */
export function testByJob(scope: Scope, tests: string | Tests, limit = 100): Query {
  const executed = '(f.passed + f.failed)';
  return table(
    sql(
      `SELECT LEFT(n.test_id, 1000) AS \`Test\`, n.id AS test_key, ${nameOf('j')} AS \`Job\`, j.id AS job_key, ${nameOf('b')} AS \`Branch\`, f.failed AS \`Failed\`, ${executed} AS \`Runs\`,`,
      `${rate('f.failed', executed)} AS \`Failure rate\`, f.flaky AS \`Flaky\`, ${rate('f.seconds', 'f.timed')} AS \`Mean duration\`,`,
      `st.consecutive_fails AS \`Fails in a row\`, ${historyText('st')} AS \`Last runs\`, ${epochSeconds('st.last_seen')} * 1000 AS \`Last seen\`,`,
      `${fewRunsNote(executed)} AS \`Note\``,
      'FROM (',
      testFacts(
        scope,
        asTests(tests),
        ['test_id', 'job_id', 'branch_id'],
        ['passed', 'failed', 'flaky', 'timed', 'seconds'],
      ),
      ') AS f INNER JOIN tm_jobs AS j ON j.id = f.job_id INNER JOIN tm_branches AS b ON b.id = f.branch_id',
      'INNER JOIN tests AS n ON n.id = f.test_id',
      'LEFT JOIN tm_test_states AS st ON st.job_id = f.job_id AND st.branch_id = f.branch_id AND st.test_id = f.test_id',
      `ORDER BY f.failed DESC, ${executed} DESC, j.name, b.name, n.id LIMIT ${limit}`,
    ),
  );
}

/** The history's bits, oldest first; 36 of at most 64, which is what fits a column. */
function historyText(alias: string): string {
  const bits = `RIGHT(LPAD(BIN(${alias}.history), 64, '0'), LEAST(${alias}.history_length, 36))`;
  return `REPLACE(REPLACE(${bits}, '1', 'x'), '0', '.')`;
}
