import { type Query, table } from '../question';
import { sql } from '../sql/select';

/** As many as anyone looks through. */
const OPTIONS = 1000;

/** So many of the newest runs are asked: a list that a person opens costs the same after years. */
const RUNS_FOR_KEYS = 2000;
const RUNS_FOR_VALUES = 5000;

/** Keys that the newest uploads named in their metadata. */
export function metadataKeyOptions(): Query {
  return table(
    sql(
      'SELECT DISTINCT m.`key` AS __text, m.`key` AS __value',
      `FROM ${newestRuns(RUNS_FOR_KEYS)} AS r INNER JOIN run_metadata AS m ON m.run_id = r.run_id`,
      `WHERE m.\`key\` <> '' ORDER BY __text LIMIT ${OPTIONS}`,
    ),
  );
}

/** Values that the newest runs carry for one key, given as SQL text. */
export function metadataValueOptions(key: string): Query {
  return table(
    sql(
      'SELECT DISTINCT LEFT(m.value, 300) AS __text, m.value AS __value',
      `FROM ${newestRuns(RUNS_FOR_VALUES)} AS r INNER JOIN run_metadata AS m ON m.run_id = r.run_id`,
      `WHERE m.\`key\` = ${key} AND m.value <> '' ORDER BY __text LIMIT ${OPTIONS}`,
    ),
  );
}

function newestRuns(limit: number): string {
  return `(SELECT r.run_id FROM tm_runs AS r ORDER BY r.run_at DESC LIMIT ${limit})`;
}
