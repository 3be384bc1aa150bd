import { type Query, type Scope, series } from '../question';
import { filterConditions, hasMetadata } from '../sql/filters';
import { newestRuns } from '../sql/newest-runs';
import { and, nested, sql } from '../sql/select';
import { dayBucket, isDayInRange, isLong, isShort, RUN_BY_RUN_DAYS, runBucket } from '../sql/time-range';

/** So many of the newest uploads are added up one by one. */
const UPLOADS = 10_000;

/** What came over the wire, by when the runs began: uploads, damaged and incomplete ones, bytes and events. */
export function serviceUploads(scope: Scope): Query {
  const points = hasMetadata(scope.filter) ? oneByOne(scope) : sql(oneByOne(scope), 'UNION ALL', byDay(scope));
  return series(
    sql(
      'SELECT f.time AS time, f.uploads AS `Uploads`, f.damaged AS `Damaged`, f.incomplete AS `Incomplete`, f.received AS `Bytes received`, f.streamed AS `Bytes of streams`, f.events AS `Events`',
      'FROM (',
      nested(points),
      ') AS f ORDER BY f.time LIMIT 2000',
    ),
  );
}

/** Up to a fortnight; above there are totals a day, unless metadata choose the runs. */
function oneByOne(scope: Scope): string {
  const conditions = hasMetadata(scope.filter) ? [] : [isShort(scope.range, RUN_BY_RUN_DAYS)];
  return sql(
    `SELECT ${runBucket('r', scope.range)} AS time, COUNT(*) AS uploads, SUM(w.damage_count > 0) AS damaged, SUM(r.complete = 0) AS incomplete,`,
    'SUM(w.received_bytes) AS received, SUM(w.stream_bytes) AS streamed, SUM(w.events) AS events',
    `FROM ${newestRuns(scope, { limit: UPLOADS, conditions })} AS r INNER JOIN tm_uploads AS w ON w.run_id = r.run_id GROUP BY 1`,
  );
}

function byDay({ range, filter }: Scope): string {
  return sql(
    `SELECT ${dayBucket('d.day', range)}, SUM(d.uploads), SUM(d.damaged_uploads), SUM(d.incomplete_runs), SUM(d.received_bytes), SUM(d.stream_bytes), SUM(d.events)`,
    'FROM tm_job_days AS d INNER JOIN tm_series AS s ON s.id = d.series_id',
    `WHERE ${isLong(range, RUN_BY_RUN_DAYS)} AND ${isDayInRange('d.day', range)}${and(filterConditions('s', filter))} GROUP BY 1`,
  );
}
