import { type Query, table } from '../question';
import { nameOf, sql } from '../sql/select';
import { epochSeconds } from '../sql/time-range';

/**
 * One row: when the newest run was received and of which job, how many runs wait to be counted in the shared rows, and
 * for how many seconds the oldest of them has waited. No row where there is no run yet.
 */
export function newestData(): Query {
  return table(
    sql(
      `SELECT ${epochSeconds('r.received_at')} * 1000 AS received_ms, ${epochSeconds('r.run_at')} * 1000 AS run_ms, ${nameOf('j')} AS job,`,
      'w.waiting AS waiting, COALESCE(TIMESTAMPDIFF(SECOND, w.oldest, UTC_TIMESTAMP(6)), 0) AS waiting_seconds',
      'FROM (SELECT n.run_id FROM tm_runs AS n ORDER BY n.run_at DESC, n.run_id DESC LIMIT 1) AS o',
      'INNER JOIN tm_runs AS r ON r.run_id = o.run_id INNER JOIN tm_jobs AS j ON j.id = r.job_id',
      'CROSS JOIN (SELECT COUNT(*) AS waiting, MIN(q.received_at) AS oldest FROM tm_rollup_pending AS p INNER JOIN tm_runs AS q ON q.run_id = p.run_id) AS w',
      'LIMIT 1',
    ),
  );
}
