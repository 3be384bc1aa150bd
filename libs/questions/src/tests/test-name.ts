import { type Query, table } from '../question';
import { sql } from '../sql/select';
import { asTests, isOneOf, type Tests } from '../sql/tests';

/** The full name of one test. */
export function testName(tests: string | Tests): Query {
  return table(
    sql(
      `SELECT n.test_id AS value FROM tests AS n WHERE ${isOneOf('n.id', asTests(tests))} ORDER BY n.test_id LIMIT 1`,
    ),
  );
}
