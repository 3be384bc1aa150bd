import { type Query, type Scope, table } from '../question';
import { runConditions } from '../sql/filters';
import { and, nested, sql } from '../sql/select';
import { millis } from '../sql/words';

/** How old the newest run in scope is at the end of the range. */
export function freshness(scope: Scope): Query {
  const newest = sql(
    `SELECT r.run_at AS run_at, r.received_at AS received_at FROM tm_runs AS r WHERE r.run_at < ${scope.range.to}${and(runConditions('r', scope.filter))}`,
    'ORDER BY r.run_at DESC LIMIT 1',
  );
  return table(
    sql(
      `SELECT ${millis('f.run_at')} AS \`Newest run\`, ${millis('f.received_at')} AS \`Received\`, TIMESTAMPDIFF(SECOND, f.run_at, ${scope.range.to}) AS \`Age\``,
      'FROM (',
      nested(newest),
      ') AS f LIMIT 1',
    ),
  );
}
