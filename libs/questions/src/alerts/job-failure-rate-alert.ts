import { type Query, table } from '../question';
import { rate, wilsonLower } from '../sql/outcome';
import { nameOf, nested, sql } from '../sql/select';
import { isInRange, type TimeRange } from '../sql/time-range';

/**
 * By how much each job fails more often than it usually does: the lower end of the interval of its failure rate in the
 * range, minus its rate in the days before. The lower end keeps a job with one failed run of one quiet.
 */
export function jobFailureRateAlert(
  range: TimeRange,
  usual: { readonly days: number; readonly minRuns: number },
  limit = 100,
): Query {
  const before = sql(
    'SELECT s.job_id AS job_id, SUM(d.runs) AS runs, SUM(d.failed_runs) AS failed_runs',
    'FROM tm_job_days AS d INNER JOIN tm_series AS s ON s.id = d.series_id',
    `WHERE d.day >= DATE(${range.from}) - INTERVAL ${usual.days} DAY AND d.day < DATE(${range.from})`,
    `GROUP BY s.job_id HAVING SUM(d.runs) >= ${usual.minRuns}`,
  );
  const now = sql(
    'SELECT r.job_id AS job_id, COUNT(*) AS runs, SUM(r.failed) AS failed_runs',
    'FROM tm_runs AS r',
    `WHERE ${isInRange('r.run_at', range)}`,
    'GROUP BY r.job_id',
  );
  const excess = `${wilsonLower('n.failed_runs', 'n.runs')} - ${rate('u.failed_runs', 'u.runs')}`;
  return table(
    sql(
      `SELECT ${nameOf('j')} AS job, ${excess} AS value`,
      'FROM (',
      nested(now),
      ') AS n INNER JOIN (',
      nested(before),
      `) AS u ON u.job_id = n.job_id INNER JOIN tm_jobs AS j ON j.id = n.job_id ORDER BY value DESC, j.id LIMIT ${limit}`,
    ),
  );
}
