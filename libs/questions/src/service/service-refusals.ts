import { type Query, type Scope, series, table } from '../question';
import { nested, sql } from '../sql/select';
import { dayBucket, isShort, RUN_BY_RUN_DAYS, timeBucket, type TimeRange } from '../sql/time-range';
import { millis } from '../sql/words';

/** Hours that the range touches. */
function isHourInRange({ from, to }: TimeRange): string {
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

/** Why uploads were refused, how often, and when last. */
export function refusalReasons({ range }: Scope, limit = 100): Query {
  const reasons = sql(
    'SELECT h.code AS code, SUM(h.refused) AS refused, MAX(h.newest_at) AS newest_at',
    `FROM tm_refused_hours AS h WHERE ${isHourInRange(range)} GROUP BY h.code`,
  );
  return table(
    sql(
      `SELECT f.code AS \`Reason\`, f.refused AS \`Refused\`, ${millis('f.newest_at')} AS \`Last\` FROM (`,
      nested(reasons),
      `) AS f ORDER BY f.refused DESC, f.code LIMIT ${limit}`,
    ),
  );
}
