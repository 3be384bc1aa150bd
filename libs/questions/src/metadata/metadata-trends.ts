import { type Query, type Scope, series } from '../question';
import { hasMetadata } from '../sql/filters';
import { rate } from '../sql/outcome';
import { nested, sql } from '../sql/select';
import { runBucket } from '../sql/time-range';
import { runsWithValue, VALUE } from './metadata-runs';
import { metadataSums, VALUE_NAME } from './metadata-sums';

interface Trend {
  readonly ofRuns: string;
  readonly ofDays: string;
}

const RUN_TIME: Trend = {
  ofRuns: rate('SUM(r.wall_seconds)', 'SUM(r.wall_seconds > 0)'),
  ofDays: rate('h.wall_seconds', 'h.timed_runs'),
};

const FAILURE_RATE: Trend = { ofRuns: rate('SUM(r.failed)', 'COUNT(*)'), ofDays: rate('h.failed_runs', 'h.runs') };

/** Mean time on the clock of the runs of each value of a metadata key, a time bucket. Runs without times are left out. */
export function runTimeByMetadata(scope: Scope, metadataKey: string, limit = 10_000): Query {
  return trend(scope, metadataKey, RUN_TIME, limit);
}

/** Share of failed runs of each value of a metadata key, a time bucket. */
export function runFailureRateByMetadata(scope: Scope, metadataKey: string, limit = 10_000): Query {
  return trend(scope, metadataKey, FAILURE_RATE, limit);
}

function trend(scope: Scope, metadataKey: string, value: Trend, limit: number): Query {
  const runByRun = sql(
    `SELECT ${runBucket('r', scope.range)} AS time, ${VALUE} AS metric, ${value.ofRuns} AS value`,
    `FROM ${runsWithValue(scope, metadataKey)} GROUP BY 1, 2`,
  );
  const byDay = sql(
    `SELECT h.grouped, ${VALUE_NAME}, ${value.ofDays} FROM (`,
    metadataSums(scope, metadataKey, 'time', ['runs', 'failed_runs', 'timed_runs', 'wall_seconds']),
    ') AS h LEFT JOIN tm_metadata_values AS v ON v.id = h.value_id',
  );
  const points = hasMetadata(scope.filter) ? runByRun : sql(runByRun, 'UNION ALL', byDay);
  return series(
    sql(
      'SELECT f.time AS time, f.metric AS metric, f.value AS value FROM (',
      nested(points),
      `) AS f WHERE f.value IS NOT NULL ORDER BY f.time, f.metric LIMIT ${limit}`,
    ),
  );
}
