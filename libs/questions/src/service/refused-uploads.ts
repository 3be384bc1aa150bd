import { type Query, type Scope, table } from '../question';
import { sql } from '../sql/select';
import { millis } from '../sql/words';
import { isHourInRange } from './service-refusals';

/** Uploads that were refused in the hours of the range, by the problem's code. Of which job they were, nobody knows. */
export function refusedUploads({ range }: Pick<Scope, 'range'>, limit = 100): Query {
  return table(
    sql(
      `SELECT h.code AS \`Reason\`, SUM(h.refused) AS \`Refused\`, ${millis('MAX(h.newest_at)')} AS \`Newest\``,
      'FROM tm_refused_hours AS h',
      `WHERE ${isHourInRange(range)} AND h.newest_at >= ${range.from}`,
      `GROUP BY h.code ORDER BY SUM(h.refused) DESC, h.code LIMIT ${limit}`,
    ),
  );
}
