import type { Session } from '../connection/session';
import type { RunForRollup } from './rollup-input';

const SUMS = [
  ...['runs', 'failed_runs', 'timed_runs'],
  ...['success', 'fail', 'skip', 'xfail', 'uxsuccess', 'unfinished', 'flaky'],
  ...['run_seconds', 'wall_seconds'],
] as const;

/**
 * Adds runs to the sums by metadata value and day. Pairs never leave the server: a run has a dozen of them and this process no
 * other use for them. Empty values are as good as none. Keys and values that are new get their rows first; who holds the lease
 * is the only writer.
 */
export async function addMetadataDays(session: Session, runs: readonly RunForRollup[]): Promise<void> {
  const wanted = runs.filter(({ isInDays }) => isInDays !== true);
  if (wanted.length === 0) return;
  const pairs = pairsOf(wanted);
  await session.execute(
    `INSERT INTO tm_metadata_keys (name)
     SELECT DISTINCT pairs.name FROM (${pairs}) AS pairs
       LEFT JOIN tm_metadata_keys ON tm_metadata_keys.name = pairs.name
      WHERE tm_metadata_keys.id IS NULL ORDER BY 1`,
  );
  await session.execute(
    `INSERT INTO tm_metadata_values (key_id, value)
     SELECT tm_metadata_keys.id, MIN(pairs.value)
       FROM (${pairs}) AS pairs JOIN tm_metadata_keys ON tm_metadata_keys.name = pairs.name
       LEFT JOIN tm_metadata_values ON ${IS_VALUE}
      WHERE tm_metadata_values.id IS NULL GROUP BY tm_metadata_keys.id, pairs.hash`,
  );
  await session.execute(
    `INSERT INTO tm_metadata_days (key_id, day, value_id, series_id, ${SUMS.join(', ')}, newest_at)
     SELECT tm_metadata_keys.id, tm_runs.day, tm_metadata_values.id, tm_runs.series_id,
            COUNT(*), SUM(tm_runs.failed), SUM(tm_runs.wall_seconds > 0),
            ${SUMS.slice(3)
              .map((name) => `SUM(tm_runs.${name})`)
              .join(', ')}, MAX(tm_runs.run_at)
       FROM (${pairs}) AS pairs JOIN tm_metadata_keys ON tm_metadata_keys.name = pairs.name
       JOIN tm_metadata_values ON ${IS_VALUE}
       JOIN tm_runs ON tm_runs.run_id = pairs.run_id
      GROUP BY tm_metadata_keys.id, tm_runs.day, tm_metadata_values.id, tm_runs.series_id
      ORDER BY 1, 2, 3, 4
     ON DUPLICATE KEY UPDATE ${SUMS.map((name) => `${name} = tm_metadata_days.${name} + VALUES(${name})`).join(', ')},
       newest_at = GREATEST(tm_metadata_days.newest_at, VALUES(newest_at))`,
  );
}

const IS_VALUE = 'tm_metadata_values.key_id = tm_metadata_keys.id AND tm_metadata_values.value_hash = pairs.hash';

/** The reference's tools can give a run the same pair twice; it counts once. */
function pairsOf(runs: readonly RunForRollup[]): string {
  return `SELECT DISTINCT run_metadata.run_id, run_metadata.\`key\` AS name, run_metadata.value,
                 UNHEX(LEFT(SHA2(run_metadata.value, 256), 32)) AS hash
            FROM run_metadata
           WHERE run_metadata.run_id IN (${runs.map(({ runId }) => runId).join()})
             AND run_metadata.\`key\` IS NOT NULL AND run_metadata.value <> ''`;
}
