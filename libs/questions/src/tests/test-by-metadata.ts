import { type Query, type Scope, table } from '../question';
import { newestRuns } from '../sql/newest-runs';
import { fewRunsNote, rate, wilsonLower } from '../sql/outcome';
import { nested, sql } from '../sql/select';
import { durationSeconds, FAILED_STATUSES, PASSED_STATUSES } from '../sql/test-run-sums';
import { isOneOf, type Tests } from '../sql/tests';

/** So many of the newest runs in scope are looked at. */
const RUNS = 5000;

/** One test by the values of a metadata key: shows what its failures and its two speeds have in common. */
export function testByMetadata(scope: Scope, tests: Tests, metadataKey: string, limit = 100): Query {
  const seconds = `IF(t.status IN ${PASSED_STATUSES}, ${durationSeconds('t')}, NULL)`;
  const executed = '(f.passed + f.failed)';
  const values = sql(
    `SELECT LEFT(m.value, 1000) AS value, SUM(t.status IN ${PASSED_STATUSES}) AS passed, SUM(t.status IN ${FAILED_STATUSES}) AS failed,`,
    `AVG(${seconds}) AS mean, MIN(${seconds}) AS fastest, MAX(${seconds}) AS slowest`,
    `FROM ${newestRuns(scope, { limit: RUNS })} AS r INNER JOIN test_runs AS t ON t.run_id = r.run_id AND ${isOneOf('t.test_id', tests)}`,
    `LEFT JOIN run_metadata AS m ON m.run_id = r.run_id AND m.\`key\` = ${metadataKey}`,
    'GROUP BY 1',
  );
  return table(
    sql(
      `SELECT COALESCE(f.value, '(none)') AS \`Value\`, f.failed AS \`Failed\`, ${executed} AS \`Runs\`, ${rate('f.failed', executed)} AS \`Failure rate\`,`,
      `${wilsonLower('f.failed', executed)} AS \`At least\`, f.mean AS \`Mean duration\`, f.fastest AS \`Fastest\`, f.slowest AS \`Slowest\`, ${fewRunsNote(executed)} AS \`Note\``,
      'FROM (',
      nested(values),
      `) AS f ORDER BY ${executed} DESC, f.value LIMIT ${limit}`,
    ),
  );
}
