import { type Query, table } from '../question';
import { runKey } from '../sql/one-run';
import { nested, sql } from '../sql/select';
import { isFailed, outcomeWord, testName } from '../sql/words';

/** More names than these say no more about a run. */
const TESTS_PER_RUN = 20;

/** The first failed tests, in the order of their keys, of each of several runs, which one run with thousands of them cannot hide. */
export function failedTestsOfRuns(runs: readonly string[], limit = 1000): Query {
  const keys = runs.length === 0 ? [runKey(undefined)] : runs.map((run) => runKey(run));
  const first = keys.map((key) => `(${firstFailures(key)})`).join(' UNION ALL ');
  return table(
    sql(
      `SELECT u.uuid AS run_key, ${testName('n')} AS \`Test\`, n.id AS test_key, ${outcomeWord('f.status', 'f.flaky')} AS \`Outcome\`, COALESCE(f.message, '') AS \`Message\``,
      'FROM (',
      nested(first),
      ') AS f INNER JOIN runs AS u ON u.id = f.run_id INNER JOIN tests AS n ON n.id = f.test_id',
      `ORDER BY f.run_id DESC, f.test_id LIMIT ${limit}`,
    ),
  );
}

function firstFailures(run: string): string {
  return sql(
    'SELECT x.run_id, x.test_id, x.status, x.flaky, x.message FROM tm_failures AS x',
    `WHERE x.run_id = ${run} AND ${isFailed('x.status')} ORDER BY x.test_id LIMIT ${TESTS_PER_RUN}`,
  );
}
