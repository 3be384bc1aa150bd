import { createTables } from './create-table';
import type { Migration } from './migration';
import { partitionByMonth } from './partitioning';

const NAME = '20261126-31-create-metadata-days';

const OUTCOMES = ['success', 'fail', 'skip', 'xfail', 'uxsuccess', 'unfinished', 'flaky'];

const TABLES = createTables(NAME, [
  {
    table: 'tm_metadata_keys',
    columns: `
      id INT UNSIGNED NOT NULL AUTO_INCREMENT,
      name VARCHAR(255) NOT NULL,
      PRIMARY KEY (id),
      UNIQUE KEY uq_tm_metadata_keys_name (name)
    `,
  },
  {
    table: 'tm_metadata_values',
    columns: `
      id INT UNSIGNED NOT NULL AUTO_INCREMENT,
      key_id INT UNSIGNED NOT NULL,
      value TEXT NOT NULL,
      value_hash BINARY(16) AS (UNHEX(LEFT(SHA2(value, 256), 32))) STORED,
      PRIMARY KEY (id),
      UNIQUE KEY uq_tm_metadata_values (key_id, value_hash)
    `,
  },
  {
    table: 'tm_metadata_days',
    // By key and day for groups, by value and day for the runs of one value.
    columns: `
      key_id INT UNSIGNED NOT NULL,
      day DATE NOT NULL,
      value_id INT UNSIGNED NOT NULL,
      series_id INT UNSIGNED NOT NULL,
      runs INT UNSIGNED NOT NULL,
      failed_runs INT UNSIGNED NOT NULL,
      timed_runs INT UNSIGNED NOT NULL,
      ${OUTCOMES.map((name) => `${name} INT UNSIGNED NOT NULL,`).join('\n')}
      run_seconds DOUBLE NOT NULL,
      wall_seconds DOUBLE NOT NULL,
      newest_at DATETIME(6) NOT NULL,
      PRIMARY KEY (key_id, day, value_id, series_id),
      KEY ix_tm_metadata_days_value (value_id, day)
    `,
    partitioning: partitionByMonth('day'),
  },
]);

/** Pairs of runs that are in the other shared rows already. */
const PAIRS = `
  SELECT DISTINCT run_metadata.run_id, run_metadata.\`key\` AS name, run_metadata.value FROM run_metadata
   WHERE run_metadata.\`key\` IS NOT NULL AND run_metadata.value <> ''
     AND run_metadata.run_id NOT IN (SELECT tm_rollup_pending.run_id FROM tm_rollup_pending)`;

/**
 * Sums of runs by the values of their metadata and by day. Runs that are rolled up already are added here: each statement does
 * all or nothing, and IGNORE lets a migration that died between them run again.
 */
export const createMetadataDays: Migration = {
  ...TABLES,
  up: async (context) => {
    await TABLES.up(context);
    const { session } = context;
    await session.execute(
      `INSERT IGNORE INTO tm_metadata_keys (name) SELECT DISTINCT pairs.name FROM (${PAIRS}) AS pairs ORDER BY 1`,
    );
    await session.execute(
      `INSERT IGNORE INTO tm_metadata_values (key_id, value)
       SELECT DISTINCT tm_metadata_keys.id, pairs.value
         FROM (${PAIRS}) AS pairs JOIN tm_metadata_keys ON tm_metadata_keys.name = pairs.name`,
    );
    const sums = ['failed', ...OUTCOMES, 'run_seconds', 'wall_seconds'].map((name) => `SUM(tm_runs.${name})`);
    const [failed, ...others] = sums;
    await session.execute(
      `INSERT IGNORE INTO tm_metadata_days (key_id, day, value_id, series_id, runs, failed_runs, timed_runs,
              ${OUTCOMES.join(', ')}, run_seconds, wall_seconds, newest_at)
       SELECT tm_metadata_keys.id, tm_runs.day, tm_metadata_values.id, tm_runs.series_id, COUNT(*), ${failed},
              SUM(tm_runs.wall_seconds > 0), ${others.join(', ')}, MAX(tm_runs.run_at)
         FROM (${PAIRS}) AS pairs
         JOIN tm_metadata_keys ON tm_metadata_keys.name = pairs.name
         JOIN tm_metadata_values ON tm_metadata_values.key_id = tm_metadata_keys.id
                                AND tm_metadata_values.value_hash = UNHEX(LEFT(SHA2(pairs.value, 256), 32))
         JOIN tm_runs ON tm_runs.run_id = pairs.run_id
        GROUP BY tm_metadata_keys.id, tm_runs.day, tm_metadata_values.id, tm_runs.series_id`,
    );
  },
};
