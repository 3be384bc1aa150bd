import { type Query, table } from '../question';
import { sql } from '../sql/select';

/** As many as anyone looks through. */
const OPTIONS = 1000;

/** Keys that uploads named in their metadata. */
export function metadataKeyOptions(): Query {
  return table(
    sql(
      'SELECT DISTINCT m.`key` AS __text, m.`key` AS __value FROM run_metadata AS m',
      `WHERE m.\`key\` <> '' ORDER BY __text LIMIT ${OPTIONS}`,
    ),
  );
}

/** Values that runs carry for one key, given as SQL text. */
export function metadataValueOptions(key: string): Query {
  return table(
    sql(
      'SELECT DISTINCT LEFT(m.value, 300) AS __text, m.value AS __value FROM run_metadata AS m',
      `WHERE m.\`key\` = ${key} AND m.value <> '' ORDER BY __text LIMIT ${OPTIONS}`,
    ),
  );
}
