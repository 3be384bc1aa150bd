import { type Query, table } from '../question';
import { runKey } from '../sql/one-run';
import { sql } from '../sql/select';
import { fileText } from './file-text';

/** The files of a run that belong to no test; what was printed between the packets is called stdout. */
export function runFiles(run: string | undefined, limit = 50): Query {
  return table(
    sql(
      "SELECT a.name AS name, COALESCE(a.content_type, '') AS content_type, LENGTH(a.content) AS bytes,",
      `${fileText('a.content', 'a.content_type', 'a.cut_bytes')} AS content`,
      `FROM tm_run_attachments AS a WHERE a.run_id = ${runKey(run)} ORDER BY a.id LIMIT ${limit}`,
    ),
  );
}
