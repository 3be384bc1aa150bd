import type { Session } from '../connection/session';

/** Upper bounds of a table's partitions but the last one, in order, as the server writes them. */
export async function readPartitionBounds(session: Session, table: string): Promise<readonly string[]> {
  const rows = await session.rows<{ bound: string }>(
    `SELECT PARTITIONS.PARTITION_DESCRIPTION AS bound
       FROM information_schema.PARTITIONS
      WHERE PARTITIONS.TABLE_SCHEMA = DATABASE() AND PARTITIONS.TABLE_NAME = ?
        AND PARTITIONS.PARTITION_DESCRIPTION <> 'MAXVALUE'
      ORDER BY PARTITIONS.PARTITION_ORDINAL_POSITION`,
    [table],
  );
  // Dates come quoted.
  return rows.map((row) => String(row.bound).replaceAll("'", ''));
}

/** Rows of a partition, counted up to `limit`. */
export async function countPartitionRows(
  session: Session,
  table: string,
  partition: string,
  limit: number,
): Promise<number> {
  const [row] = await session.arrays(
    `SELECT COUNT(*) FROM (SELECT 1 FROM ${table} PARTITION (${partition}) LIMIT ${limit}) AS counted`,
  );
  return Number(row?.[0] ?? 0);
}

export interface Rates {
  readonly maxRunId: number;
  readonly maxTestRunId: number;
  /** Of the last 1,000 runs; null while there are too few to tell. */
  readonly runsPerDay: number | null;
  readonly testsPerRun: number;
}

const SAMPLE_RUNS = 1_000;
const MIN_SAMPLE_RUNS = 20;

/** How fast runs and test runs come in, from the latest runs by reception. */
export async function readRates(session: Session): Promise<Rates> {
  const [row] = await session.rows<{ n: number; tests: number | null; seconds: number | null }>(
    `SELECT COUNT(*) AS n, SUM(latest.tests) AS tests,
            TIMESTAMPDIFF(SECOND, MIN(latest.received_at), MAX(latest.received_at)) AS seconds
       FROM (SELECT tm_runs.tests, tm_runs.received_at FROM tm_runs ORDER BY tm_runs.run_id DESC LIMIT ${SAMPLE_RUNS}) AS latest`,
  );
  const [runs] = await session.arrays('SELECT COALESCE(MAX(runs.id), 0) FROM runs');
  const [testRuns] = await session.arrays('SELECT COALESCE(MAX(test_runs.id), 0) FROM test_runs');
  const n = Number(row?.n ?? 0);
  // A history loaded at once says nothing about the days to come.
  const days = Number(row?.seconds ?? 0) / 86_400;
  return {
    maxRunId: Number(runs?.[0] ?? 0),
    maxTestRunId: Number(testRuns?.[0] ?? 0),
    runsPerDay: n < MIN_SAMPLE_RUNS || days < 1 ? null : n / days,
    testsPerRun: n === 0 ? 1 : Math.max(1, Number(row?.tests ?? 0) / n),
  };
}
