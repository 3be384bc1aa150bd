import { type Query, table } from '../question';
import { rate } from '../sql/outcome';
import { and, nested, sql } from '../sql/select';
import { nameConditions, type TestFilter } from '../sql/tests';

/**
 * The next level of the tree of test names: what stands up to the dot after the prefix, with all that its tests ever
 * did. From the counters of the tests, so no range narrows it.
 */
export function testPrefixes(tests: TestFilter, limit = 200): Query {
  const prefix = tests.prefix ?? "''";
  const rest = `SUBSTRING(n.test_id, CHAR_LENGTH(${prefix}) + 1)`;
  const levels = sql(
    `SELECT CONCAT(${prefix}, SUBSTRING_INDEX(${rest}, '.', 1), IF(LOCATE('.', ${rest}) > 0, '.', '')) AS name,`,
    'COUNT(*) AS tests, SUM(n.success) AS passed, SUM(n.failure) AS failed, SUM(n.failure > 0) AS failing, SUM(n.tm_timed_seconds) AS seconds',
    `FROM tests AS n WHERE 1=1${and(nameConditions('n', tests))} GROUP BY 1`,
  );
  return table(
    sql(
      'SELECT LEFT(f.name, 1000) AS `Prefix`, f.tests AS `Tests`, COALESCE(f.passed, 0) AS `Passed`, COALESCE(f.failed, 0) AS `Failed`,',
      `${rate('f.failed', '(f.passed + f.failed)')} AS \`Failure rate\`, COALESCE(f.failing, 0) AS \`Tests that failed\`, f.seconds AS \`Total time\``,
      'FROM (',
      nested(levels),
      `) AS f ORDER BY f.name LIMIT ${limit}`,
    ),
  );
}
