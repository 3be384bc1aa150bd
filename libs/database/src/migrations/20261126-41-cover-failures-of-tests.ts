import type { Migration, MigrationContext } from './migration';

const INDEX = 'ix_tm_failures_test';
const COVERING = '(test_id, run_at, series_id, status, flaky)';

/**
 * When and where a test failed is asked of the index alone: the rows themselves lie by run, and a test that fails often has
 * one in every corner of the table.
 */
export const coverFailuresOfTests: Migration = {
  name: '20261126-41-cover-failures-of-tests',
  up: (context) => replace(context, COVERING, 5),
  down: (context) => replace(context, '(test_id, run_at)', 2),
};

async function replace(context: MigrationContext, columns: string, count: number): Promise<void> {
  if ((await indexedColumns(context)) === count) return;
  await context.session.execute(`ALTER TABLE tm_failures DROP KEY ${INDEX}, ADD KEY ${INDEX} ${columns}`);
}

async function indexedColumns({ session }: MigrationContext): Promise<number> {
  const rows = await session.arrays(
    `SELECT 1 FROM information_schema.STATISTICS WHERE STATISTICS.TABLE_SCHEMA = DATABASE()
        AND STATISTICS.TABLE_NAME = 'tm_failures' AND STATISTICS.INDEX_NAME = '${INDEX}'`,
  );
  return rows.length;
}
