import { type Query, type Scope, table } from '../question';
import { newestRuns } from '../sql/newest-runs';
import { type After, isBehind, placeColumn, type PlacePart } from '../sql/place';
import { and, nested, sql } from '../sql/select';
import { millis } from '../sql/words';

/** So many of the newest runs in scope are asked for their keys. */
const RUNS = 5000;

const ORDER: readonly PlacePart[] = [{ sql: 'f.name', type: 'text' }];

/** Which metadata keys the newest runs carry, and in how many of them. */
export function metadataKeys(scope: Scope, limit = 200, after?: After): Query {
  const keys = sql(
    'SELECT m.`key` AS name, COUNT(*) AS runs, COUNT(DISTINCT LEFT(m.value, 500)) AS vals, MAX(r.run_at) AS newest',
    `FROM ${newestRuns(scope, { limit: RUNS })} AS r INNER JOIN run_metadata AS m ON m.run_id = r.run_id`,
    "WHERE m.`key` <> '' GROUP BY m.`key`",
  );
  return table(
    sql(
      `SELECT f.name AS \`Key\`, f.runs AS \`Runs\`, f.vals AS \`Values\`, ${millis('f.newest')} AS \`Newest run\`${placeColumn(ORDER, after)}`,
      'FROM (',
      nested(keys),
      `) AS f WHERE 1=1${and(isBehind(ORDER, after))} ORDER BY f.name LIMIT ${limit}`,
    ),
  );
}
