import { type Query, table } from '../question';
import { sql } from '../sql/select';
import { changeOrder, CHANGES, comparedTests } from './compared-tests';

/** How many tests of two runs changed in which way. */
export function compareCounts(before: string | undefined, after: string | undefined): Query {
  return table(
    sql(
      'SELECT f.`change` AS `Change`, COUNT(*) AS `Tests`, SUM(f.after_seconds) - SUM(f.before_seconds) AS `Difference`',
      'FROM (',
      comparedTests(before, after),
      `) AS f GROUP BY f.\`change\` ORDER BY ${changeOrder('f.`change`')} LIMIT ${CHANGES.length}`,
    ),
  );
}
