import { type Query, type Scope, series } from '../question';
import { filterConditions, hasMetadata, runConditions } from '../sql/filters';
import { rate } from '../sql/outcome';
import { and, nested, sql } from '../sql/select';
import { dayBucket, epochSeconds, isDayInRange, isInRange, isLong, isShort, RUN_BY_RUN_DAYS } from '../sql/time-range';

/** A rolling mean over so many points, as the old OpenStack dashboard drew it. */
const WINDOW = 10;

/**
 * Time on the clock of each run (of each bucket's mean run, where the range is long) and its rolling mean.
 * Runs that gave no times are left out.
 */
export function runTimeTrend(scope: Scope): Query {
  return series(
    sql(
      `SELECT p.time AS time, ${rate('p.seconds', 'p.runs')} AS \`Run time\`,`,
      `SUM(p.seconds) OVER (ORDER BY p.time, p.seconds ROWS ${WINDOW - 1} PRECEDING) * 1e0`,
      `/ SUM(p.runs) OVER (ORDER BY p.time, p.seconds ROWS ${WINDOW - 1} PRECEDING) AS \`Rolling mean\``,
      'FROM (',
      nested(
        hasMetadata(scope.filter) ? newestRuns(scope) : sql(`(${newestRuns(scope)})`, 'UNION ALL', bucketMeans(scope)),
      ),
      ') AS p ORDER BY p.time LIMIT 2000',
    ),
  );
}

/** Where metadata choose the runs, there are no daily totals. */
function isRunByRun({ filter, range }: Scope): string {
  return hasMetadata(filter) ? '' : `${isShort(range, RUN_BY_RUN_DAYS)} AND `;
}

function newestRuns(scope: Scope): string {
  return sql(
    `SELECT ${epochSeconds('r.run_at')} AS time, r.wall_seconds AS seconds, 1 AS runs`,
    'FROM tm_runs AS r',
    `WHERE ${isRunByRun(scope)}${isInRange('r.run_at', scope.range)} AND r.wall_seconds > 0${and(runConditions('r', scope.filter))}`,
    'ORDER BY r.run_at DESC LIMIT 2000',
  );
}

function bucketMeans(scope: Scope): string {
  return sql(
    `SELECT ${dayBucket('d.day', scope.range)} AS time, SUM(d.wall_seconds) AS seconds, SUM(d.runs) AS runs`,
    'FROM tm_job_days AS d INNER JOIN tm_series AS s ON s.id = d.series_id',
    `WHERE ${isLong(scope.range, RUN_BY_RUN_DAYS)} AND ${isDayInRange('d.day', scope.range)}${and(filterConditions('s', scope.filter))}`,
    'GROUP BY 1 HAVING SUM(d.wall_seconds) > 0',
  );
}
