import { type Query, table } from '../question';
import { nameOf, nested, sql } from '../sql/select';
import { isDayInRange, type TimeRange } from '../sql/time-range';

/**
 * For each job that normally runs, by how many days its silence is longer than the longest that it usually makes.
 * A job normally runs where it ran on some days of the range; a weekly job is quiet for a week, a daily one at weekends.
 */
export function silentJobsAlert(range: TimeRange, usual: { readonly minDays: number }, limit = 100): Query {
  const days = sql(
    'SELECT s.job_id AS job_id, d.day AS day,',
    'DATEDIFF(d.day, LAG(d.day) OVER (PARTITION BY s.job_id ORDER BY d.day)) AS gap',
    'FROM tm_job_days AS d INNER JOIN tm_series AS s ON s.id = d.series_id',
    `WHERE ${isDayInRange('d.day', range)} AND d.runs > 0`,
    'GROUP BY s.job_id, d.day',
  );
  return table(
    sql(
      `SELECT ${nameOf('j')} AS job, DATEDIFF(${range.to}, g.newest) - g.usual AS value`,
      'FROM (',
      nested(
        sql(
          'SELECT f.job_id AS job_id, MAX(f.day) AS newest, MAX(f.gap) AS usual FROM (',
          nested(days),
          `) AS f GROUP BY f.job_id HAVING COUNT(*) >= ${usual.minDays}`,
        ),
      ),
      `) AS g INNER JOIN tm_jobs AS j ON j.id = g.job_id ORDER BY value DESC, j.id LIMIT ${limit}`,
    ),
  );
}
