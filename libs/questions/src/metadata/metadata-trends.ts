import { type Query, type Scope, series } from '../question';
import { rate } from '../sql/outcome';
import { nested, sql } from '../sql/select';
import { runBucket } from '../sql/time-range';
import { runsWithValue, VALUE } from './metadata-runs';

/** Mean time on the clock of the runs of each value of a metadata key, a time bucket. Runs without times are left out. */
export function runTimeByMetadata(scope: Scope, metadataKey: string, limit = 10_000): Query {
  return trend(scope, metadataKey, rate('SUM(r.wall_seconds)', 'SUM(r.wall_seconds > 0)'), limit);
}

/** Share of failed runs of each value of a metadata key, a time bucket. */
export function runFailureRateByMetadata(scope: Scope, metadataKey: string, limit = 10_000): Query {
  return trend(scope, metadataKey, rate('SUM(r.failed)', 'COUNT(*)'), limit);
}

function trend(scope: Scope, metadataKey: string, value: string, limit: number): Query {
  const points = sql(
    `SELECT ${runBucket('r', scope.range)} AS time, ${VALUE} AS metric, ${value} AS value`,
    `FROM ${runsWithValue(scope, metadataKey)} GROUP BY 1, 2`,
  );
  return series(
    sql(
      'SELECT f.time AS time, f.metric AS metric, f.value AS value FROM (',
      nested(points),
      `) AS f WHERE f.value IS NOT NULL ORDER BY f.time, f.metric LIMIT ${limit}`,
    ),
  );
}
