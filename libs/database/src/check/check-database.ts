import type { Database } from '../connection/database';
import type { Session } from '../connection/session';
import { comparisonSql, type Comparison } from './comparison';
import * as comparisons from './comparisons';
import { metadataDaysComparison } from './metadata-days-comparison';
import type { Finding } from './finding';
import { FOREIGN_RUNS_SQL, ORPHAN_CHECKS } from './orphan-checks';
import { testTimingsComparison } from './test-timings-comparison';
import { prunedMonthsComparison, prunedStatesComparison } from './pruned-comparisons';
import { perMonth, planDayRanges, type TestsOfDay } from './plan-day-ranges';

export interface CheckOptions {
  /** Findings a check gives at most. Default 20. */
  readonly limit?: number;
  /** Called before each step. */
  readonly onStep?: (what: string) => void;
}

/** Rows of test_runs that one statement looks at: their groups fit into the server's memory. */
const TEST_RUNS_PER_STEP = 200_000;

interface Step {
  readonly name: string;
  run(session: Session, limit: number): Promise<readonly Finding[]>;
}

/**
 * Computes everything that is stored as a sum again from the raw rows, by SQL that shares nothing with the rollup, and gives what
 * differs. Looks at one moment: uploads and rollups may go on meanwhile.
 */
export async function checkDatabase(database: Database, options: CheckOptions = {}): Promise<readonly Finding[]> {
  return database.session((session) =>
    atOneMoment(session, async () => {
      const findings: Finding[] = [];
      for (const step of await planSteps(session)) {
        options.onStep?.(step.name);
        findings.push(...(await step.run(session, options.limit ?? 20)));
      }
      return findings;
    }),
  );
}

async function atOneMoment<T>(session: Session, work: () => Promise<T>): Promise<T> {
  await session.execute('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
  await session.execute('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
  try {
    return await work();
  } finally {
    await session.rollback();
  }
}

async function planSteps(session: Session): Promise<readonly Step[]> {
  const [sizes] = await session.rows<{ testRuns: number; tests: number; runs: number }>(
    `SELECT (SELECT COALESCE(SUM(tm_runs.tests), 0) FROM tm_runs) AS testRuns,
            (SELECT COALESCE(MAX(tests.id), 0) FROM tests) AS tests, (SELECT COALESCE(MAX(runs.id), 0) FROM runs) AS runs`,
  );
  const { testRuns = 0, tests = 0, runs = 0 } = sizes ?? {};
  const parts = Math.max(1, Math.ceil(testRuns / TEST_RUNS_PER_STEP));
  const perDay = await readTestsPerDay(session);
  const days = planDayRanges(perDay, TEST_RUNS_PER_STEP);
  const months = planDayRanges(perMonth(perDay), TEST_RUNS_PER_STEP);
  return [
    ...ranges(runs, parts).map((range) => compare(comparisons.runFactsComparison(range))),
    ...days.map((range) => compare(comparisons.testDaysComparison(range))),
    ...days.map((range) => compare(comparisons.testDayDurationsComparison(range))),
    ...months.map((range) => compare(comparisons.testMonthsComparison(range))),
    ...months.map((range) => compare(prunedMonthsComparison(range))),
    compare(comparisons.JOB_DAYS_COMPARISON),
    compare(comparisons.JOB_DAY_DURATIONS_COMPARISON),
    ...days.map((range) => compare(metadataDaysComparison(range))),
    ...ranges(tests, parts).map((range) => compare(comparisons.testStatesComparison(range))),
    ...ranges(tests, parts).map((range) => compare(prunedStatesComparison(range))),
    ...ranges(tests, parts).map((range) => compare(testTimingsComparison(range))),
    ...ranges(tests, parts).map((range) => compare(comparisons.testCountersComparison(range))),
    ...ORPHAN_CHECKS.map(({ table, sql }) => list('orphan', table, sql)),
    list('foreign', 'runs', FOREIGN_RUNS_SQL),
  ];
}

async function readTestsPerDay(session: Session): Promise<readonly TestsOfDay[]> {
  return session.rows<TestsOfDay>(
    'SELECT DATE(tm_runs.run_at) AS day, SUM(tm_runs.tests) AS tests FROM tm_runs GROUP BY DATE(tm_runs.run_at) ORDER BY 1',
  );
}

/** 1 to `last` in `parts` ranges; the ends are open for what lies outside. */
function ranges(last: number, parts: number): readonly comparisons.TestKeyRange[] {
  const width = Math.ceil((last + 1) / parts);
  return Array.from({ length: parts }, (_, index) => ({
    from: index * width,
    before: index === parts - 1 ? Number.MAX_SAFE_INTEGER : (index + 1) * width,
  }));
}

function compare(comparison: Comparison): Step {
  return {
    name: comparison.table,
    run: async (session, limit) => {
      const rows = await session.rows<Record<string, unknown>>(comparisonSql(comparison, limit));
      return rows.map((row) => toMismatch(comparison, row));
    },
  };
}

function toMismatch({ table, key, values }: Comparison, row: Readonly<Record<string, unknown>>): Finding {
  const differing = values.filter(({ name }) => row[`e_${name}`] !== row[`f_${name}`]);
  const side = (prefix: string) => Object.fromEntries(differing.map(({ name }) => [name, row[`${prefix}_${name}`]]));
  return {
    kind: 'mismatch',
    table,
    key: pick(row, key),
    expected: row['inExpected'] === 1 ? side('e') : null,
    found: row['inFound'] === 1 ? side('f') : null,
  };
}

function list(kind: 'orphan' | 'foreign', table: string, sql: string): Step {
  return {
    name: `${table}: ${kind} rows`,
    run: async (session, limit) => {
      const rows = await session.rows<Record<string, unknown>>(`${sql} LIMIT ${limit}`);
      return rows.map((row) => ({ kind, table, key: pick(row, Object.keys(row)), expected: null, found: null }));
    },
  };
}

function pick(row: Readonly<Record<string, unknown>>, names: readonly string[]): Finding['key'] {
  return Object.fromEntries(
    names.map((name) => {
      const value = row[name];
      return [name, typeof value === 'number' || value === null ? value : String(value)];
    }),
  );
}
