import { type Query, type Scope, table } from '../question';
import { filterConditions } from '../sql/filters';
import { and, sql } from '../sql/select';
import { isInRange } from '../sql/time-range';
import { millis } from '../sql/words';

/**
 * The newest durations of every test of a job that was last seen in the range; a row for each project and branch that
 * ran it. Read from one row each, whatever number of runs there were. The rows come in no order. Without a job there
 * are none: tests of all jobs together would seed a runner with what it does not run.
 *
 * `recent` is in hexadecimal what docs/schema.md says of `tm_test_timings`.
 */
export function testTimings({ filter, range }: Scope, limit: number): Query {
  const conditions = filter.job === undefined ? ['1=0'] : filterConditions('t', filter);
  return table(
    sql(
      `SELECT n.test_id AS \`Test\`, n.id AS test_key, l.attrs AS \`Attributes\`, ${millis('t.last_seen')} AS \`Last seen\`, HEX(t.recent) AS recent`,
      'FROM tm_test_timings AS t INNER JOIN tests AS n ON n.id = t.test_id',
      'LEFT JOIN tm_label_sets AS l ON l.id = t.label_set_id',
      `WHERE ${isInRange('t.last_seen', range)}${and(conditions)}`,
      `LIMIT ${limit}`,
    ),
  );
}
