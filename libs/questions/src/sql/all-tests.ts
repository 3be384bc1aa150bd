import { type Scope } from '../question';
import { filterConditions, hasMetadata } from './filters';
import { newestRuns } from './newest-runs';
import { and, nested, sql } from './select';
import { TEST_RUN_SUMS } from './test-run-sums';
import { partsOfAllTests } from './test-sums';
import { type TestMeasure, totalSum } from './test-totals';
import { testConditions, type TestFilter } from './tests';
import { type TimeRange } from './time-range';

/** The newest days of the range that are looked at: a test that was slow last year is not slow. */
export const NEWEST_DAYS = 30;

/** So many of the newest runs are looked at where metadata choose the runs. */
const RUNS_WITH_METADATA = 200;

/** The first of the newest 30 days of the range. */
export function newestDays({ from, to }: TimeRange): string {
  return `GREATEST(DATE(${from}), DATE(${to}) - INTERVAL ${NEWEST_DAYS} DAY)`;
}

export interface AllTests {
  readonly tests?: TestFilter;
  readonly measures: readonly TestMeasure[];
  /** From this day on, an expression; default: the newest 30 days of the range, so that a year costs what a month costs. */
  readonly firstDay?: string;
  /** A condition without columns under which there are rows at all. */
  readonly onlyIf?: string;
}

/**
 * A subquery with one row a test about all tests in scope; `timed` and `seconds` are of passes.
 * In whole UTC days, from monthly totals and what the days at the edges add to them or take away.
 */
export function allTests(scope: Scope, { tests = {}, measures, firstDay, onlyIf }: AllTests): string {
  if (hasMetadata(scope.filter)) return nested(ofNewestRuns(scope, tests, measures));
  const conditions = filterConditions('s', scope.filter);
  const parts = partsOfAllTests(firstDay ?? newestDays(scope.range), scope.range).map((part) => {
    const columns = measures.map((name) => `${part.sign} * ${totalSum(name)} AS ${name}`);
    return sql(
      `SELECT d.test_id AS test_id, ${columns.join(', ')}`,
      `FROM ${part.from}`,
      `WHERE ${onlyIf === undefined ? '' : `${onlyIf} AND `}${part.where}${and(conditions)}`,
      'GROUP BY d.test_id',
    );
  });
  return nested(
    sql(
      `SELECT e.test_id AS test_id, ${measures.map((name) => `SUM(e.${name}) AS ${name}`).join(', ')}`,
      'FROM (',
      nested(parts.join('\nUNION ALL\n')),
      // A name is looked at once a test, not once a row of a total.
      `) AS e WHERE 1=1${and(testConditions('e.test_id', tests))} GROUP BY e.test_id`,
    ),
  );
}

function ofNewestRuns(scope: Scope, tests: TestFilter, measures: readonly TestMeasure[]): string {
  return sql(
    `SELECT t.test_id AS test_id, ${measures.map((name) => `${TEST_RUN_SUMS[name]} AS ${name}`).join(', ')}`,
    `FROM ${newestRuns(scope, { limit: RUNS_WITH_METADATA })} AS r INNER JOIN test_runs AS t ON t.run_id = r.run_id`,
    `WHERE 1=1${and(testConditions('t.test_id', tests))} GROUP BY t.test_id`,
  );
}
