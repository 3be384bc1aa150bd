import type { Migration, MigrationContext } from './migration';

const COLUMNS = ['timed_runs', 'uploads', 'damaged_uploads', 'received_bytes', 'stream_bytes', 'events'];

/**
 * What came over the wire, and how many runs have times, by day. The columns are functions of the runs, so that the way back
 * loses nothing. All of it may run again where it was broken off: the sums are set, not added.
 */
export const addUploadSums: Migration = {
  name: '20261126-32-add-upload-sums',
  up: async ({ session }) => {
    const there = await existing({ session });
    const missing = COLUMNS.filter((name) => !there.has(name));
    if (missing.length > 0) {
      const added = missing.map((name) => `ADD COLUMN ${name} BIGINT UNSIGNED NOT NULL DEFAULT 0`);
      await session.execute(`ALTER TABLE tm_job_days ${added.join(', ')}`);
    }
    await session.execute(
      `UPDATE tm_job_days
         JOIN (SELECT tm_runs.series_id, tm_runs.day, SUM(tm_runs.wall_seconds > 0) AS timed_runs, COUNT(tm_uploads.run_id) AS uploads,
                      COALESCE(SUM(tm_uploads.damage_count > 0), 0) AS damaged_uploads,
                      COALESCE(SUM(tm_uploads.received_bytes), 0) AS received_bytes,
                      COALESCE(SUM(tm_uploads.stream_bytes), 0) AS stream_bytes, COALESCE(SUM(tm_uploads.events), 0) AS events
                 FROM tm_runs LEFT JOIN tm_uploads ON tm_uploads.run_id = tm_runs.run_id
                WHERE tm_runs.run_id NOT IN (SELECT tm_rollup_pending.run_id FROM tm_rollup_pending)
                GROUP BY tm_runs.series_id, tm_runs.day) AS sums
           ON sums.series_id = tm_job_days.series_id AND sums.day = tm_job_days.day
          SET ${COLUMNS.map((name) => `tm_job_days.${name} = sums.${name}`).join(', ')}`,
    );
  },
  down: async ({ session }) => {
    const there = await existing({ session });
    const dropped = COLUMNS.filter((name) => there.has(name)).map((name) => `DROP COLUMN ${name}`);
    if (dropped.length > 0) await session.execute(`ALTER TABLE tm_job_days ${dropped.join(', ')}`);
  },
};

async function existing({ session }: Pick<MigrationContext, 'session'>): Promise<ReadonlySet<unknown>> {
  const rows = await session.arrays(
    `SELECT COLUMNS.COLUMN_NAME FROM information_schema.COLUMNS
      WHERE COLUMNS.TABLE_SCHEMA = DATABASE() AND COLUMNS.TABLE_NAME = 'tm_job_days'`,
  );
  return new Set(rows.map(([name]) => name));
}
