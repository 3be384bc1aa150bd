import { type Query, type Scope, table } from '../question';
import { runConditions } from '../sql/filters';
import { and, nested, sql } from '../sql/select';
import { isInRange } from '../sql/time-range';

/**
 * Whether runs in scope are made-up sample data, in words. It starts from the metadata's index and not from the runs:
 * a database without sample data answers at once, however long the range.
 */
export function sampleData(scope: Scope): Query {
  const samples = sql(
    'SELECT COUNT(*) AS runs FROM run_metadata AS m INNER JOIN tm_runs AS r ON r.run_id = m.run_id',
    `WHERE m.\`key\` = 'sample' AND m.value = 'true' AND r.sample = 1 AND ${isInRange('r.run_at', scope.range)}${and(runConditions('r', scope.filter))}`,
  );
  return table(
    sql(
      "SELECT IF(f.runs = 0, 'None: real runs only', CONCAT(FORMAT(f.runs, 0), IF(f.runs = 1, ' run is', ' runs are'), ' sample data')) AS value",
      'FROM (',
      nested(samples),
      ') AS f LIMIT 1',
    ),
  );
}
