import { type Scope } from '../question';
import { filterConditions, hasMetadata } from './filters';
import { newestRuns } from './newest-runs';
import { and, nested, sql } from './select';
import { TEST_RUN_SUMS } from './test-run-sums';
import { stateConditions } from './test-states';
import { partsByDay, partsByMonth, type SumsPart } from './test-sums';
import { type TestMeasure, totalSum } from './test-totals';
import { type Tests } from './tests';
import { dayBucket, isInRange, isShort, runBucket, TEST_BY_TEST_DAYS, timeBucket, type TimeRange } from './time-range';

/** So many of the newest runs are looked at where metadata choose the runs: for one test, and for a list of tests. */
const RUNS_OF_A_TEST = 5000;
const RUNS_OF_TESTS = 500;

const GROUPS = {
  time: {
    ofRuns: (scope: Scope) =>
      hasMetadata(scope.filter) ? runBucket('r', scope.range) : timeBucket('r.run_at', scope.range),
    ofDays: (scope: Scope) => dayBucket('d.day', scope.range),
  },
  test_id: { ofRuns: () => 't.test_id', ofDays: () => 'd.test_id' },
  job_id: { ofRuns: () => 'r.job_id', ofDays: () => 's.job_id' },
  branch_id: { ofRuns: () => 'r.branch_id', ofDays: () => 's.branch_id' },
} as const;

export type TestGroup = keyof typeof GROUPS;

export interface TestFactsOptions {
  /** There are no rows where the range is too long for that. */
  readonly runByRun?: boolean;
  /** In a short range all tests are added up; those that are not listed are for the caller to leave out. */
  readonly wholeRuns?: boolean;
}

/**
 * A subquery with one row a group about few tests: test runs one by one in a short range, exact to the second;
 * daily and monthly totals in a long one. All find their rows by the tests' keys and never read the rest.
 *
 * Where metadata choose the runs, there are no daily totals: the newest runs that have them are looked at one by one.
 */
export function testFacts(
  scope: Scope,
  tests: Tests,
  groups: readonly TestGroup[],
  measures: readonly TestMeasure[],
  { runByRun = false, wholeRuns = false }: TestFactsOptions = {},
): string {
  const columns = (source: 'ofRuns' | 'ofDays') =>
    [
      ...groups.map((group) => `${GROUPS[group][source](scope)} AS ${group}`),
      ...measures.map((measure) => `${source === 'ofRuns' ? TEST_RUN_SUMS[measure] : totalSum(measure)} AS ${measure}`),
    ].join(', ');
  const join = `${listed(tests, '')}INNER JOIN test_runs AS t ON t.run_id = r.run_id AND t.test_id = ${testKey(tests)}`;
  if (hasMetadata(scope.filter)) {
    const runs = 'key' in tests ? RUNS_OF_A_TEST : RUNS_OF_TESTS;
    return nested(
      sql(`SELECT ${columns('ofRuns')}`, `FROM ${newestRuns(scope, { limit: runs })} AS r ${join}`, groupBy(groups)),
    );
  }
  const inShortRange = `${isShort(scope.range, TEST_BY_TEST_DAYS)} AND ${isInRange('r.run_at', scope.range)}${and(filterConditions('r', scope.filter))}`;
  const ofRuns = sql(
    `SELECT ${columns('ofRuns')}`,
    'key' in tests
      ? `FROM tm_runs AS r ${join} WHERE ${inShortRange}`
      : wholeRuns
        ? `FROM tm_runs AS r INNER JOIN test_runs AS t ON t.run_id = r.run_id WHERE ${inShortRange}`
        : runsOfListed(scope, tests.listedIn, inShortRange),
    groupBy(groups),
  );
  const ofSums = (runByRun ? [] : partsOf(scope.range, groups)).map((part) =>
    sql(
      `SELECT ${columns('ofDays')}`,
      `FROM ${part.from}${listed(tests, ' ON c.test_id = d.test_id')}`,
      `WHERE ${'key' in tests ? `d.test_id = ${tests.key} AND ` : ''}${part.where}${and(filterConditions('s', scope.filter))}`,
      groupBy(groups),
    ),
  );
  const parts = [ofRuns, ...ofSums].join('\nUNION ALL\n');
  if (ofSums.length < 2) return nested(parts);
  const sums = [
    ...groups.map((group) => `e.${group} AS ${group}`),
    ...measures.map((name) => `SUM(e.${name}) AS ${name}`),
  ];
  return nested(sql(`SELECT ${sums.join(', ')}`, 'FROM (', nested(parts), ') AS e', groupBy(groups)));
}

/**
 * Of each listed test only the runs of jobs and branches that ever had it: looking for every test in every run would mostly
 * find nothing. LIMIT keeps the runs a table of their own, which is made once and looked up by job and branch.
 */
function runsOfListed(scope: Scope, listedIn: string, inRange: string): string {
  return sql(
    `FROM ${listedIn} AS c STRAIGHT_JOIN tm_test_states AS st ON st.test_id = c.test_id${and(stateConditions('st', scope.filter))}`,
    `STRAIGHT_JOIN (SELECT r.run_id, r.job_id, r.branch_id, r.run_at FROM tm_runs AS r WHERE ${inRange} LIMIT 1000000000) AS r ON r.job_id = st.job_id AND r.branch_id = st.branch_id`,
    'STRAIGHT_JOIN test_runs AS t ON t.run_id = r.run_id AND t.test_id = c.test_id',
    `WHERE ${isShort(scope.range, TEST_BY_TEST_DAYS)}`,
  );
}

function partsOf(range: TimeRange, groups: readonly TestGroup[]): readonly SumsPart[] {
  return groups.includes('time') ? partsByDay(range) : partsByMonth(range);
}

function testKey(tests: Tests): string {
  return 'key' in tests ? tests.key : 'c.test_id';
}

function listed(tests: Tests, on: string): string {
  if ('key' in tests) return '';
  return on === '' ? `CROSS JOIN ${tests.listedIn} AS c ` : ` INNER JOIN ${tests.listedIn} AS c${on}`;
}

/** Without groups one row adds up everything, and none where there is nothing. */
function groupBy(groups: readonly TestGroup[]): string {
  return groups.length === 0 ? 'HAVING COUNT(*) > 0' : `GROUP BY ${groups.map((_, index) => index + 1).join(', ')}`;
}
