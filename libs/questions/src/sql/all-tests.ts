import { type Scope } from '../question';
import { filterConditions, hasMetadata } from './filters';
import { newestRuns } from './newest-runs';
import { and, nested, sql } from './select';
import { durationSeconds, FAILED_STATUSES, PASSED_STATUSES } from './test-facts';
import { testConditions, type TestFilter } from './tests';

/** The newest days of the range that are looked at: a test that was slow last year is not slow. */
export const NEWEST_DAYS = 30;

/** So many of the newest runs are looked at where metadata choose the runs. */
const RUNS_WITH_METADATA = 200;

const PASSED_SECONDS = `IF(t.status IN ${PASSED_STATUSES}, ${durationSeconds('t')}, NULL)`;

const MEASURES = {
  passed: { ofRuns: `SUM(t.status IN ${PASSED_STATUSES})`, ofDays: 'SUM(d.success + d.xfail)' },
  failed: { ofRuns: `SUM(t.status IN ${FAILED_STATUSES})`, ofDays: 'SUM(d.fail + d.uxsuccess + d.unfinished)' },
  timed: { ofRuns: `COUNT(${PASSED_SECONDS})`, ofDays: 'SUM(d.passed_timed)' },
  seconds: { ofRuns: `COALESCE(SUM(${PASSED_SECONDS}), 0)`, ofDays: 'SUM(d.passed_seconds)' },
} as const;

/**
 * A subquery with one row a test about all tests in scope, with `passed`, `failed`, and `timed` and `seconds` of passes:
 * from daily totals of the newest 30 days of the range, in whole UTC days, so that a year costs what a month costs.
 */
export function allTests(scope: Scope, tests: TestFilter): string {
  const columns = (source: 'ofRuns' | 'ofDays') =>
    Object.entries(MEASURES)
      .map(([name, measure]) => `${measure[source]} AS ${name}`)
      .join(', ');
  if (hasMetadata(scope.filter)) {
    return nested(
      sql(
        `SELECT t.test_id AS test_id, ${columns('ofRuns')}`,
        `FROM ${newestRuns(scope, { limit: RUNS_WITH_METADATA })} AS r INNER JOIN test_runs AS t ON t.run_id = r.run_id`,
        `WHERE 1=1${and(testConditions('t.test_id', tests))} GROUP BY t.test_id`,
      ),
    );
  }
  const { from, to } = scope.range;
  return nested(
    sql(
      `SELECT d.test_id AS test_id, ${columns('ofDays')}`,
      'FROM tm_test_days AS d INNER JOIN tm_series AS s ON s.id = d.series_id',
      `WHERE d.day >= GREATEST(DATE(${from}), DATE(${to}) - INTERVAL ${NEWEST_DAYS} DAY) AND d.day < ${to}${and([...filterConditions('s', scope.filter), ...testConditions('d.test_id', tests)])}`,
      'GROUP BY d.test_id',
    ),
  );
}
