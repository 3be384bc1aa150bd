import { type Query, table } from '../question';
import { runKey } from '../sql/one-run';
import { and, nested, sql } from '../sql/select';
import { durationSeconds } from '../sql/test-run-sums';
import { testConditions, type TestFilter } from '../sql/tests';
import { traceback } from '../sql/traceback';
import { isFailed, outcomeWord, testName } from '../sql/words';

/** The failed, unfinished and flaky tests of one run with message and traceback. */
export function runFailures(run: string | undefined, limit = 100, tests: TestFilter = {}): Query {
  const own = sql(
    'SELECT x.run_id, x.test_id, x.status, x.flaky, x.message FROM tm_failures AS x',
    `WHERE x.run_id = ${runKey(run)}${and(testConditions('x.test_id', tests))}`,
    `ORDER BY ${isFailed('x.status')} DESC, x.test_id LIMIT ${limit}`,
  );
  return table(
    sql(
      `SELECT ${testName('n')} AS \`Test\`, n.id AS test_key, ${outcomeWord('f.status', 'f.flaky')} AS \`Outcome\`, ${durationSeconds('t')} AS \`Duration\`,`,
      `COALESCE(f.message, '') AS \`Message\`, COALESCE(${traceback()}, '') AS \`Traceback\``,
      'FROM (',
      nested(own),
      ') AS f INNER JOIN test_runs AS t ON t.run_id = f.run_id AND t.test_id = f.test_id INNER JOIN tests AS n ON n.id = f.test_id',
      `ORDER BY ${isFailed('f.status')} DESC, f.test_id LIMIT ${limit}`,
    ),
  );
}
