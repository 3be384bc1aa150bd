import { type Scope } from '../question';
import { filterConditions, hasMetadata, runConditions } from './filters';
import { newestRuns } from './newest-runs';
import { and, nested, sql } from './select';
import { durationSeconds, PASSED_STATUSES } from './test-run-sums';
import { isOneOf, type Tests } from './tests';
import {
  dayBucket,
  isDayInRange,
  isInRange,
  isLong,
  isShort,
  RUN_BY_RUN_DAYS,
  runBucket,
  TEST_BY_TEST_DAYS,
  timeBucket,
} from './time-range';

/** Buckets as the rollup makes them: four a doubling, from a millisecond on; the last is 127. */
const SMALLEST_SECONDS = '0.001e0';
const LAST_BUCKET = 127;

/** The most runs that are looked at one by one where metadata choose them. */
const RUNS_WITH_METADATA = 10_000;
const RUNS_OF_TESTS = 500;

/** Whether all durations lie in one histogram, or in one each bucket of time. */
export type HistogramOver = 'all' | 'time';

/** The bucket of a duration in seconds. */
function bucketOf(seconds: string): string {
  return `LEAST(FLOOR(4 * LOG2(GREATEST(${seconds} / ${SMALLEST_SECONDS}, 1))), ${LAST_BUCKET})`;
}

/** The smallest duration of a bucket, in seconds. */
export function bucketStart(bucket: string): string {
  return `${SMALLEST_SECONDS} * POW(2, (${bucket}) / 4)`;
}

/** The duration that stands for a bucket: its geometric middle, at most 9 % off. */
export function bucketMiddle(bucket: string): string {
  return bucketStart(`${bucket} + 0.5`);
}

/** A subquery `time, bucket, n` about the times on the clock of runs; runs without times are left out. */
export function runHistogram(scope: Scope, over: HistogramOver): string {
  const wall = 'r.wall_seconds';
  const byRun = (source: string, time: string, where: string) =>
    sql(
      `SELECT ${over === 'time' ? time : '0'} AS time, ${bucketOf(wall)} AS bucket, COUNT(*) AS n`,
      `FROM ${source} AS r WHERE ${wall} > 0${where} GROUP BY 1, 2`,
    );
  if (hasMetadata(scope.filter)) {
    return nested(byRun(newestRuns(scope, { limit: RUNS_WITH_METADATA }), runBucket('r', scope.range), ''));
  }
  const short = ` AND ${isShort(scope.range, RUN_BY_RUN_DAYS)} AND ${isInRange('r.run_at', scope.range)}${and(runConditions('r', scope.filter))}`;
  return nested(
    sql(
      byRun('tm_runs', timeBucket('r.run_at', scope.range), short),
      'UNION ALL',
      `SELECT ${over === 'time' ? dayBucket('d.day', scope.range) : '0'} AS time, d.bucket AS bucket, SUM(d.n) AS n`,
      'FROM tm_job_day_durations AS d INNER JOIN tm_series AS s ON s.id = d.series_id',
      `WHERE ${isLong(scope.range, RUN_BY_RUN_DAYS)} AND ${isDayInRange('d.day', scope.range)}${and(filterConditions('s', scope.filter))}`,
      'GROUP BY 1, 2',
    ),
  );
}

/** A subquery `time, bucket, n` about the durations of the passes of few tests. */
export function testHistogram(scope: Scope, tests: Tests, over: HistogramOver): string {
  const seconds = durationSeconds('t');
  const byRun = (source: string, time: string, where: string) =>
    sql(
      `SELECT ${over === 'time' ? time : '0'} AS time, ${bucketOf(seconds)} AS bucket, COUNT(*) AS n`,
      `FROM ${source} AS r INNER JOIN test_runs AS t ON t.run_id = r.run_id AND ${isOneOf('t.test_id', tests)}`,
      `WHERE t.status IN ${PASSED_STATUSES} AND ${seconds} IS NOT NULL${where} GROUP BY 1, 2`,
    );
  if (hasMetadata(scope.filter)) {
    return nested(byRun(newestRuns(scope, { limit: RUNS_OF_TESTS }), runBucket('r', scope.range), ''));
  }
  const short = ` AND ${isShort(scope.range, TEST_BY_TEST_DAYS)} AND ${isInRange('r.run_at', scope.range)}${and(runConditions('r', scope.filter))}`;
  return nested(
    sql(
      byRun('tm_runs', timeBucket('r.run_at', scope.range), short),
      'UNION ALL',
      `SELECT ${over === 'time' ? dayBucket('d.day', scope.range) : '0'} AS time, d.bucket AS bucket, SUM(d.n) AS n`,
      'FROM tm_test_day_durations AS d INNER JOIN tm_series AS s ON s.id = d.series_id',
      `WHERE ${isLong(scope.range, TEST_BY_TEST_DAYS)} AND ${isOneOf('d.test_id', tests)} AND ${isDayInRange('d.day', scope.range)}${and(filterConditions('s', scope.filter))}`,
      'GROUP BY 1, 2',
    ),
  );
}
