import { type Query, type Scope, series } from '../question';
import { runConditions } from '../sql/filters';
import { and, nested, sql } from '../sql/select';
import { durationSeconds, FAILED_STATUSES, PASSED_STATUSES } from '../sql/test-run-sums';
import { isOneOf, type Tests } from '../sql/tests';
import { epochSeconds, isInRange } from '../sql/time-range';

/** A rolling mean over so many passes, as the old OpenStack dashboard drew it. */
const WINDOW = 20;

/** The newest test runs that are drawn. */
const POINTS = 2000;

/**
 * The duration of each run of one test, passes and failures apart, and the rolling mean of the passes. Test runs are
 * found by the test and their start, which lies near that of the run.
 */
export function testRunTimes(scope: Scope, tests: Tests): Query {
  const { from, to } = scope.range;
  const seconds = durationSeconds('t');
  const newest = sql(
    `SELECT r.run_at AS run_at, r.run_id AS run_id, IF(t.status IN ${PASSED_STATUSES}, ${seconds}, NULL) AS passed, IF(t.status IN ${FAILED_STATUSES}, ${seconds}, NULL) AS failed`,
    'FROM test_runs AS t INNER JOIN tm_runs AS r ON r.run_id = t.run_id',
    `WHERE ${isOneOf('t.test_id', tests)} AND t.start_time >= ${from} - INTERVAL 2 DAY AND t.start_time < ${to} + INTERVAL 2 DAY`,
    `AND ${isInRange('r.run_at', scope.range)} AND t.status <> 'skip'${and(runConditions('r', scope.filter))}`,
    `ORDER BY t.start_time DESC LIMIT ${POINTS}`,
  );
  return series(
    sql(
      `SELECT ${epochSeconds('p.run_at')} AS time, p.passed AS \`Passed\`, p.failed AS \`Failed\`,`,
      `AVG(p.passed) OVER (ORDER BY p.run_at, p.run_id ROWS ${WINDOW - 1} PRECEDING) AS \`Rolling mean\``,
      'FROM (',
      nested(newest),
      `) AS p WHERE p.passed IS NOT NULL OR p.failed IS NOT NULL ORDER BY p.run_at, p.run_id LIMIT ${POINTS}`,
    ),
  );
}
