import { type Query, type Scope, series } from '../question';
import { sql } from '../sql/select';
import { testFacts } from '../sql/test-facts';
import { asTests, type Tests } from '../sql/tests';

/** Outcomes of one test, a time bucket. Flaky ones are counted under their final outcome and once more by themselves. */
export function testOutcomesOverTime(scope: Scope, tests: string | Tests): Query {
  return series(
    sql(
      'SELECT f.time AS time, f.passed AS `Passed`, f.failed AS `Failed`, f.skipped AS `Skipped`, NULLIF(f.flaky, 0) AS `Flaky`',
      'FROM (',
      testFacts(scope, asTests(tests), ['time'], ['passed', 'failed', 'skipped', 'flaky']),
      ') AS f ORDER BY f.time LIMIT 2000',
    ),
  );
}
