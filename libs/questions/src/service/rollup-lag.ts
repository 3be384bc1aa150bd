import { type Query, table } from '../question';
import { sql } from '../sql/select';

/** How many runs are stored but not in the shared rows yet, and since when the oldest of them waits, in seconds. */
export function rollupLag(): Query {
  return table(
    sql(
      'SELECT COUNT(*) AS `Pending runs`, COALESCE(GREATEST(TIMESTAMPDIFF(MICROSECOND, MIN(r.received_at), UTC_TIMESTAMP(6)) / 1e6, 0), 0) AS `Lag`',
      'FROM tm_rollup_pending AS w INNER JOIN tm_runs AS r ON r.run_id = w.run_id LIMIT 1',
    ),
  );
}
