import { type Query, type Scope, table } from '../question';
import { filterConditions } from '../sql/filters';
import { and, sql } from '../sql/select';
import { isInRange } from '../sql/time-range';
import { millis } from '../sql/words';

/**
 * The newest durations of every test that was last seen in the range; a row for each job, project and branch that ran
 * it. Read from one row each, whatever number of runs there were. The rows come in no order.
 *
 * `recent` is in hexadecimal what docs/schema.md says of `tm_test_timings`.
 */
export function testTimings({ filter, range }: Scope, limit: number): Query {
  return table(
    sql(
      `SELECT n.test_id AS \`Test\`, n.id AS test_key, l.attrs AS \`Attributes\`, ${millis('t.last_seen')} AS \`Last seen\`, HEX(t.recent) AS recent`,
      'FROM tm_test_timings AS t STRAIGHT_JOIN tests AS n ON n.id = t.test_id',
      'LEFT JOIN tm_label_sets AS l ON l.id = t.label_set_id',
      `WHERE ${isInRange('t.last_seen', range)}${and(filterConditions('t', filter))}`,
      `LIMIT ${limit}`,
    ),
  );
}
