import { type Query, type Scope, table } from '../question';
import { filterConditions } from '../sql/filters';
import { failedOf } from '../sql/outcome';
import { and, nameOf, nested, sql } from '../sql/select';
import { epochSeconds, isInRange } from '../sql/time-range';

/** The newest runs that failed, as events on a time axis: from the run's start to its end. */
export function failedRuns(scope: Scope, limit: number): Query {
  const newest = sql(
    'SELECT r.* FROM tm_runs AS r',
    `WHERE r.failed = 1 AND ${isInRange('r.run_at', scope.range)}${and(filterConditions('r', scope.filter))}`,
    `ORDER BY r.run_at DESC, r.run_id DESC LIMIT ${limit}`,
  );
  return table(
    sql(
      `SELECT ${epochSeconds('r.run_at')} * 1000 AS time, (${epochSeconds('r.run_at')} + ROUND(r.wall_seconds)) * 1000 AS timeend,`,
      `CONCAT('Failed: ', ${nameOf('j')}) AS title,`,
      `CONCAT(${failedOf('r')}, IF(${failedOf('r')} = 1, ' test', ' tests'), ' failed on ', ${nameOf('b')}, IF(r.infra, ', most of them: the environment is to blame', '')) AS text,`,
      `CONCAT_WS(',', 'failed run', ${nameOf('j')}, ${nameOf('b')}) AS tags, u.uuid AS run_key`,
      'FROM (',
      nested(newest),
      ') AS r INNER JOIN runs AS u ON u.id = r.run_id',
      'INNER JOIN tm_jobs AS j ON j.id = r.job_id INNER JOIN tm_branches AS b ON b.id = r.branch_id',
      `ORDER BY r.run_at DESC LIMIT ${limit}`,
    ),
  );
}
