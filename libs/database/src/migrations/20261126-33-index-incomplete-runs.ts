import type { Migration, MigrationContext } from './migration';

const INDEX = 'ix_tm_runs_complete';

/** Incomplete runs are few and asked for newest first; without it a long range reads all of its runs to find them. */
export const indexIncompleteRuns: Migration = {
  name: '20261126-33-index-incomplete-runs',
  up: async (context) => {
    if (await exists(context)) return;
    await context.session.execute(`ALTER TABLE tm_runs ADD KEY ${INDEX} (complete, run_at)`);
  },
  down: async (context) => {
    if (await exists(context)) await context.session.execute(`ALTER TABLE tm_runs DROP KEY ${INDEX}`);
  },
};

async function exists({ session }: MigrationContext): Promise<boolean> {
  const rows = await session.arrays(
    `SELECT 1 FROM information_schema.STATISTICS WHERE STATISTICS.TABLE_SCHEMA = DATABASE()
        AND STATISTICS.TABLE_NAME = 'tm_runs' AND STATISTICS.INDEX_NAME = '${INDEX}'`,
  );
  return rows.length > 0;
}
