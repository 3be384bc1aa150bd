import { type Query, table } from '../question';
import { sql } from '../sql/select';
import { type TimeRange } from '../sql/time-range';

/** How many uploads were refused in the hours of the range, by the problem's code. */
export function refusedUploadsAlert(range: TimeRange, limit = 100): Query {
  return table(
    sql(
      'SELECT h.code AS code, SUM(h.refused) AS value',
      'FROM tm_refused_hours AS h',
      `WHERE h.newest_at >= ${range.from} AND h.hour < ${range.to}`,
      `GROUP BY h.code ORDER BY value DESC, h.code LIMIT ${limit}`,
    ),
  );
}
