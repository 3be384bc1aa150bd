import { exact, float, type Comparison } from './comparison';
import type { DayRange } from './comparisons';
import { GIVEN_RUN_DAY } from './given';
import { OUTCOME_NAMES, ROLLED_UP } from './test-run-facts';

const SUMS = ['failed_runs', 'timed_runs', ...OUTCOME_NAMES, 'run_seconds', 'wall_seconds'] as const;

/** Names and not keys, so that the dictionaries are checked along; a value is cut where two of them would be told apart by nobody. */
const VALUE_CHARACTERS = 500;

/** Sums of runs by metadata value and day, added up again pair by pair. */
export function metadataDaysComparison({ from, before }: DayRange): Comparison {
  const isPair = `pairs.name IS NOT NULL AND pairs.value IS NOT NULL AND pairs.value <> ''`;
  return {
    table: 'tm_metadata_days',
    key: ['metadata_key', 'metadata_value', 'day', 'series_id'],
    given: GIVEN_RUN_DAY,
    values: [
      ...exact('runs', 'failed_runs', 'timed_runs', ...OUTCOME_NAMES, 'newest_at'),
      ...float('run_seconds', 'wall_seconds'),
    ],
    expected: `
      SELECT pairs.name AS metadata_key, LEFT(pairs.value, ${VALUE_CHARACTERS}) AS metadata_value, pairs.day, pairs.series_id,
             COUNT(*) AS runs, SUM(pairs.failed) AS failed_runs, COUNT(IF(pairs.wall_seconds > 0, 1, NULL)) AS timed_runs,
             ${SUMS.slice(2)
               .map((name) => `SUM(pairs.${name}) AS ${name}`)
               .join(', ')}, MAX(pairs.run_at) AS newest_at
        FROM (SELECT DISTINCT run_metadata.\`key\` AS name, run_metadata.value, tm_runs.*
                FROM tm_runs JOIN run_metadata ON run_metadata.run_id = tm_runs.run_id
               WHERE tm_runs.run_at >= '${from}' AND tm_runs.run_at < '${before}' AND ${ROLLED_UP}) AS pairs
       WHERE ${isPair}
       GROUP BY pairs.name, LEFT(pairs.value, ${VALUE_CHARACTERS}), pairs.day, pairs.series_id`,
    found: `
      SELECT tm_metadata_keys.name AS metadata_key, LEFT(tm_metadata_values.value, ${VALUE_CHARACTERS}) AS metadata_value,
             tm_metadata_days.day, tm_metadata_days.series_id, SUM(tm_metadata_days.runs) AS runs,
             ${SUMS.map((name) => `SUM(tm_metadata_days.${name}) AS ${name}`).join(', ')},
             MAX(tm_metadata_days.newest_at) AS newest_at
        FROM tm_metadata_days
        LEFT JOIN tm_metadata_keys ON tm_metadata_keys.id = tm_metadata_days.key_id
        LEFT JOIN tm_metadata_values ON tm_metadata_values.id = tm_metadata_days.value_id
                                    AND tm_metadata_values.key_id = tm_metadata_days.key_id
       WHERE tm_metadata_days.day >= '${from}' AND tm_metadata_days.day < '${before}'
       GROUP BY tm_metadata_keys.name, LEFT(tm_metadata_values.value, ${VALUE_CHARACTERS}), tm_metadata_days.day,
                tm_metadata_days.series_id`,
  };
}
