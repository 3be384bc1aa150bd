import { type Query, table } from '../question';
import { runKey } from '../sql/one-run';
import { sql } from '../sql/select';

/** All that was said about a run when it was sent. */
export function runMetadata(run: string | undefined, limit = 200): Query {
  return table(
    sql(
      "SELECT m.`key` AS `Key`, COALESCE(m.value, '') AS `Value` FROM run_metadata AS m",
      `WHERE m.run_id = ${runKey(run)} ORDER BY m.\`key\`, m.id LIMIT ${limit}`,
    ),
  );
}
