import { type Query, type Scope, series } from '../question';
import { rate } from '../sql/outcome';
import { sql } from '../sql/select';
import { testFacts } from '../sql/test-facts';
import { type TestMeasure } from '../sql/test-totals';
import { type Tests } from '../sql/tests';

/** What a test is followed by. */
export const TEST_MEASURES = ['duration', 'failure_rate', 'runs', 'failed', 'flaky', 'skipped'] as const;
export type TestTrendMeasure = (typeof TEST_MEASURES)[number];

const EXECUTED = 'f.passed + f.failed';

const FIGURES: Record<TestTrendMeasure, { readonly measures: readonly TestMeasure[]; readonly value: string }> = {
  duration: { measures: ['timed', 'seconds'], value: rate('f.seconds', 'f.timed') },
  failure_rate: { measures: ['passed', 'failed'], value: rate('f.failed', EXECUTED) },
  runs: { measures: ['passed', 'failed'], value: EXECUTED },
  failed: { measures: ['failed'], value: 'f.failed' },
  flaky: { measures: ['flaky'], value: 'f.flaky' },
  skipped: { measures: ['skipped'], value: 'f.skipped' },
};

/** One figure of each of few tests, a time bucket. */
export function testTrend(scope: Scope, tests: Tests, measure: TestTrendMeasure, limit = 10_000): Query {
  const { measures, value } = FIGURES[measure];
  return series(
    sql(
      `SELECT f.time AS time, LEFT(n.test_id, 1000) AS metric, ${value} AS value`,
      'FROM (',
      testFacts(scope, tests, ['time', 'test_id'], measures),
      `) AS f INNER JOIN tests AS n ON n.id = f.test_id WHERE ${value} IS NOT NULL ORDER BY f.time, n.id LIMIT ${limit}`,
    ),
  );
}
