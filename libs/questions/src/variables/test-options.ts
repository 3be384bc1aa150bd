import { type Query, table } from '../question';
import { nested, sql } from '../sql/select';

/** As many as a list shows without a pause; a longer search word finds the rest. */
const OPTIONS = 300;

/**
 * Tests to choose from: the one whose key is the search text, then those whose name contains it, the newest first.
 * Links pass a test's key as the search text, so that the chosen test is always in the list under its name. Both as HEX, as two
 * literals may have different collations.
 */
export function testOptions(search: string): Query {
  const matching = sql(
    'SELECT n.test_id, n.id, 1 AS part FROM tests AS n',
    `WHERE LOCATE(${search}, n.test_id) > 0 ORDER BY n.id DESC LIMIT ${OPTIONS}`,
  );
  return table(
    sql(
      'SELECT LEFT(o.test_id, 300) AS __text, o.id AS __value FROM (',
      nested(
        sql(
          `SELECT k.test_id, k.id, 0 AS part FROM tests AS k WHERE HEX(CONCAT(k.id, '')) = HEX(${search}) AND k.id = ${search}`,
          'UNION ALL',
          `(${matching})`,
        ),
      ),
      `) AS o ORDER BY o.part, o.test_id LIMIT ${OPTIONS}`,
    ),
  );
}
