import { type Query, table } from '../question';
import { sql } from '../sql/select';

/** The full name of one test. */
export function testName(testKey: string): Query {
  return table(sql(`SELECT n.test_id AS value FROM tests AS n WHERE n.id = ${testKey} LIMIT 1`));
}
