import { type Query, table } from '../question';
import { sql } from '../sql/select';
import { type TimeRange } from '../sql/time-range';

/** For how many seconds the oldest run waits to be counted, at the end of the range; 0 where none does. */
export function rollupLagAlert(range: TimeRange): Query {
  return table(
    sql(
      `SELECT 'rollup' AS part, GREATEST(0, COALESCE(TIMESTAMPDIFF(SECOND, MIN(r.received_at), ${range.to}), 0)) AS value`,
      'FROM tm_rollup_pending AS p INNER JOIN tm_runs AS r ON r.run_id = p.run_id',
      'LIMIT 1',
    ),
  );
}
