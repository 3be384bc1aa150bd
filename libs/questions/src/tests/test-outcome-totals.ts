import { type Query, type Scope, table } from '../question';
import { sql } from '../sql/select';
import { testFacts } from '../sql/test-facts';
import { asTests, type Tests } from '../sql/tests';

/** How often one test had each outcome: one row, a column each. */
export function testOutcomeTotals(scope: Scope, tests: string | Tests): Query {
  const totals = { Passed: 'passed', Failed: 'failed', Skipped: 'skipped', Flaky: 'flaky' } as const;
  const columns = Object.entries(totals).map(([name, measure]) => `SUM(f.${measure}) AS \`${name}\``);
  return table(
    sql(
      `SELECT ${columns.join(', ')}`,
      'FROM (',
      testFacts(scope, asTests(tests), [], Object.values(totals)),
      ') AS f HAVING SUM(f.passed) IS NOT NULL LIMIT 1',
    ),
  );
}
