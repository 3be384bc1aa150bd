import type { Database } from '../connection/database';
import type { Session } from '../connection/session';
import { FIRST_RUN_PARTITION_WIDTH, FIRST_TEST_RUN_PARTITION_WIDTH, LAST_PARTITION } from '../migrations/partitioning';
import { withMigrationLock } from '../migrations/with-migration-lock';
import { PARTITIONED_TABLES, type PartitionedTable } from './partitioned-tables';
import { planMonthPartitions } from './plan-month-partitions';
import { planNumberPartitions } from './plan-number-partitions';
import { countPartitionRows, readPartitionBounds, readRates, type Rates } from './read-partitions';

/** What became of one table. */
export interface PartitionReport {
  readonly table: string;
  /** Names of the partitions made. */
  readonly made: readonly string[];
  /** Partitions were wanted, but so many rows lie in the last one already that cutting it would block uploads. */
  readonly overdue: boolean;
}

const NUMBER_GOALS = { days: 30, maxRows: 20_000_000, ahead: 2 };
const MONTH_GOALS = { back: 13, ahead: 3 };

/** The last partition should be empty when it is cut; this many rows are copied in well under a second. */
const MAX_ROWS_TO_COPY = 100_000;

/** A waiting ALTER TABLE holds up everybody behind it, so it gives up soon and is tried again another time. */
const METADATA_LOCK_SECONDS = 5;

/**
 * Makes the partitions of the near future while they are empty, so that no rows are moved. Cheap when there is nothing to do;
 * meant to be called every hour or so.
 */
export async function ensurePartitions(
  database: Database,
  options: { readonly now: Date },
): Promise<readonly PartitionReport[]> {
  return database.session((session) =>
    withMigrationLock(session, async () => {
      const rates = await readRates(session);
      const reports: PartitionReport[] = [];
      for (const table of PARTITIONED_TABLES) reports.push(await ensureTable(session, table, rates, options.now));
      return reports;
    }),
  );
}

async function ensureTable(
  session: Session,
  table: PartitionedTable,
  rates: Rates,
  now: Date,
): Promise<PartitionReport> {
  const definitions = plan(table, await readPartitionBounds(session, table.table), rates, now);
  const done = { table: table.table, made: definitions.map((definition) => definition.name), overdue: false };
  if (definitions.length === 0) return done;
  const rows = await countPartitionRows(session, table.table, LAST_PARTITION, MAX_ROWS_TO_COPY + 1);
  if (rows > MAX_ROWS_TO_COPY) return { ...done, made: [], overdue: true };
  await cutLastPartition(session, table, definitions);
  return done;
}

interface PartitionDefinition {
  readonly name: string;
  readonly bound: string;
}

function plan(
  table: PartitionedTable,
  bounds: readonly string[],
  rates: Rates,
  now: Date,
): readonly PartitionDefinition[] {
  if (table.kind === 'month') {
    return planMonthPartitions({ bounds, now }, MONTH_GOALS).map((bound) => ({
      name: monthName(bound),
      bound: `'${bound}'`,
    }));
  }
  const numbers = { bounds: bounds.map(Number), ...numberRates(table.kind, rates) };
  const goals = {
    ...NUMBER_GOALS,
    minWidth: table.kind === 'runId' ? FIRST_RUN_PARTITION_WIDTH : FIRST_TEST_RUN_PARTITION_WIDTH,
  };
  return planNumberPartitions(numbers, goals).map((bound) => ({ name: `p${bound}`, bound: String(bound) }));
}

function numberRates(kind: 'runId' | 'testRunId', rates: Rates) {
  const { runsPerDay, testsPerRun } = rates;
  if (kind === 'runId') return { current: rates.maxRunId, perDay: runsPerDay, rowsPerNumber: testsPerRun };
  return {
    current: rates.maxTestRunId,
    perDay: runsPerDay === null ? null : runsPerDay * testsPerRun,
    rowsPerNumber: 1,
  };
}

/** A partition is named after the month it holds, which is the one before its bound. */
function monthName(bound: string): string {
  const month = new Date(Date.parse(bound) - 86_400_000);
  return `p${month.toISOString().slice(0, 7).replace('-', '')}`;
}

async function cutLastPartition(
  session: Session,
  table: PartitionedTable,
  definitions: readonly PartitionDefinition[],
): Promise<void> {
  const maxValue = table.kind === 'month' ? '(MAXVALUE)' : 'MAXVALUE';
  const parts = definitions.map(({ name, bound }) => `PARTITION ${name} VALUES LESS THAN (${bound})`);
  await session.execute(`SET SESSION lock_wait_timeout = ${METADATA_LOCK_SECONDS}`);
  try {
    await session.execute(
      `ALTER TABLE ${table.table} REORGANIZE PARTITION ${LAST_PARTITION} INTO ` +
        `(${[...parts, `PARTITION ${LAST_PARTITION} VALUES LESS THAN ${maxValue}`].join(', ')})`,
    );
  } finally {
    await session.execute('SET SESSION lock_wait_timeout = DEFAULT');
  }
}
