import { type Query, type Scope, series } from '../question';
import { nested, sql } from '../sql/select';
import { dayBucket, isShort, RUN_BY_RUN_DAYS, timeBucket, type TimeRange } from '../sql/time-range';

/** Hours that the range touches. */
export function isHourInRange({ from, to }: TimeRange): string {
  return `h.hour > ${from} - INTERVAL 1 HOUR AND h.hour < ${to}`;
}

/** Uploads that the service refused, by reason, a time bucket of an hour or more. */
export function serviceRefusals({ range }: Scope, limit = 10_000): Query {
  const bucket = `IF(${isShort(range, RUN_BY_RUN_DAYS)}, ${timeBucket('h.hour', range)}, ${dayBucket('DATE(h.hour)', range)})`;
  const points = sql(
    `SELECT ${bucket} AS time, h.code AS code, SUM(h.refused) AS refused`,
    `FROM tm_refused_hours AS h WHERE ${isHourInRange(range)} GROUP BY 1, 2`,
  );
  return series(
    sql(
      'SELECT f.time AS time, f.code AS metric, f.refused AS value FROM (',
      nested(points),
      `) AS f ORDER BY f.time, f.code LIMIT ${limit}`,
    ),
  );
}
