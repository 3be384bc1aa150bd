import type { Session } from '../connection/session';
import type { ServerInfo } from '../connection/server-info';
import { createAttachments } from '../migrations/20261124-08-create-attachments';
import { createRunMetadata } from '../migrations/20261124-05-create-run-metadata';
import { createRuns } from '../migrations/20261124-03-create-runs';
import { createTestMetadata } from '../migrations/20261124-06-create-test-metadata';
import { createTestRunMetadata } from '../migrations/20261124-07-create-test-run-metadata';
import { createTestRuns } from '../migrations/20261124-04-create-test-runs';
import { createTests } from '../migrations/20261124-02-create-tests';
import { FIRST_RUN_PARTITION_WIDTH, FIRST_TEST_RUN_PARTITION_WIDTH, LAST_PARTITION } from '../migrations/partitioning';
import { planNumberPartitions } from '../partitions/plan-number-partitions';
import { CREATE_COUNTS } from './copy-runs';
import { CREATE_TEST_MAP } from './copy-tests';
import { newTable, type Layout } from './layout';
import { createRunMap } from './map-runs';

/** The migrations that make the tables whose place the reference's have. */
const TABLES = [
  createTests,
  createRuns,
  createTestRuns,
  createRunMetadata,
  createTestMetadata,
  createTestRunMetadata,
  createAttachments,
];

/** Numbers of the source that rows written while it is taken over may still get. */
export const SPARE_IDS = 100_000;

/** Tables of the import's own. */
export async function createMaps(session: Session, server: ServerInfo): Promise<void> {
  for (const sql of [CREATE_TEST_MAP, createRunMap(server.collation), CREATE_COUNTS]) await session.execute(sql);
}

export async function dropMaps(session: Session): Promise<void> {
  await session.execute('DROP TABLE IF EXISTS tm_import_tests, tm_import_runs, tm_import_counts');
}

/** Makes our tables beside the reference's, empty and cut into partitions for all that will come in. May be repeated while they are empty. */
export async function createNewTables(session: Session, server: ServerInfo, layout: Layout): Promise<void> {
  for (const table of TABLES) await table.up({ session, server, tableName: newTable });
  const size = await readSize(session, layout);
  for (const table of ['tests', 'runs', 'test_runs'] as const) {
    const [last] = await session.arrays(`SELECT COALESCE(MAX(id), 0) FROM ${layout.source(table)}`);
    await session.execute(`ALTER TABLE ${newTable(table)} AUTO_INCREMENT = ${Number(last?.[0] ?? 0) + SPARE_IDS}`);
  }
  await cut(session, 'test_runs', 'run_id', runBounds(size));
  for (const table of ['test_run_metadata', 'attachments']) {
    await cut(session, table, 'test_run_id', testRunBounds(size));
  }
}

interface SourceSize {
  readonly maxRunId: number;
  readonly maxTestRunId: number;
  readonly days: number;
}

async function readSize(session: Session, layout: Layout): Promise<SourceSize> {
  const [runs] = await session.rows<{ maxRunId: number; days: number | null }>(
    `SELECT COALESCE(MAX(source_runs.id), 0) AS maxRunId, DATEDIFF(MAX(source_runs.run_at), MIN(source_runs.run_at)) AS days
       FROM ${layout.source('runs')} AS source_runs`,
  );
  const [testRuns] = await session.arrays(`SELECT COALESCE(MAX(id), 0) FROM ${layout.source('test_runs')}`);
  return {
    maxRunId: runs?.maxRunId ?? 0,
    maxTestRunId: Number(testRuns?.[0] ?? 0),
    days: Math.max(1, runs?.days ?? 1),
  };
}

const GOALS = { days: 30, maxRows: 20_000_000, ahead: 2 };

function runBounds({ maxRunId, maxTestRunId, days }: SourceSize): readonly number[] {
  const rowsPerNumber = maxTestRunId / Math.max(1, maxRunId);
  const goals = { ...GOALS, minWidth: FIRST_RUN_PARTITION_WIDTH };
  return bounds({ last: maxRunId, perDay: maxRunId / days, rowsPerNumber }, goals);
}

function testRunBounds({ maxTestRunId, days }: SourceSize): readonly number[] {
  const goals = { ...GOALS, minWidth: FIRST_TEST_RUN_PARTITION_WIDTH };
  return bounds({ last: maxTestRunId, perDay: maxTestRunId / days, rowsPerNumber: 1 }, goals);
}

/** From the first number on, in the widths that the rate asks for. */
function bounds(
  numbers: { readonly last: number; readonly perDay: number; readonly rowsPerNumber: number },
  goals: typeof GOALS & { readonly minWidth: number },
): readonly number[] {
  const made: number[] = [];
  const { last, perDay, rowsPerNumber } = numbers;
  while ((made.at(-1) ?? 0) <= last + SPARE_IDS) {
    made.push(...planNumberPartitions({ bounds: made, current: made.at(-1) ?? 0, perDay, rowsPerNumber }, goals));
  }
  return made;
}

async function cut(session: Session, table: string, column: string, upperBounds: readonly number[]): Promise<void> {
  const parts = upperBounds.map((bound) => `PARTITION p${bound} VALUES LESS THAN (${bound})`);
  await session.execute(
    `ALTER TABLE ${newTable(table)} PARTITION BY RANGE (${column}) ` +
      `(${[...parts, `PARTITION ${LAST_PARTITION} VALUES LESS THAN MAXVALUE`].join(', ')})`,
  );
}
