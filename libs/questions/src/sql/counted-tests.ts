import { type Scope } from '../question';
import { allTests } from './all-tests';
import { hasMetadata } from './filters';
import { sql } from './select';
import { testFacts, type TestFactsOptions } from './test-facts';
import { type TestMeasure } from './test-totals';
import { type TestFilter } from './tests';
import { isLong, TEST_BY_TEST_DAYS } from './time-range';

/**
 * A subquery with one row a test. Up to two days it is about the tests of `listedIn`, whose test runs are counted one by
 * one; in a longer range all tests are added up from their totals, which costs less than the days of many single ones.
 *
 * @param tests - Narrows the long range; those that are not listed are for the caller to leave out.
 */
export function countedTests(
  scope: Scope,
  listedIn: string,
  tests: TestFilter,
  measures: readonly TestMeasure[],
  { wholeRuns = false }: Pick<TestFactsOptions, 'wholeRuns'> = {},
): string {
  // Metadata are known of single runs only, so no totals can tell.
  if (hasMetadata(scope.filter)) return testFacts(scope, { listedIn }, ['test_id'], measures);
  const firstDay = `DATE(${scope.range.from})`;
  const onlyIf = isLong(scope.range, TEST_BY_TEST_DAYS);
  return sql(
    testFacts(scope, { listedIn }, ['test_id'], measures, { runByRun: true, wholeRuns }),
    'UNION ALL',
    allTests(scope, { tests, measures, firstDay, onlyIf }),
  );
}
