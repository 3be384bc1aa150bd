import { type Scope } from '../question';
import { filterConditions } from './filters';
import { and, nested, sql } from './select';
import { TEST_RUN_SUMS } from './test-run-sums';
import { stateConditions } from './test-states';
import { stretches } from './test-sums';
import { TEST_TOTALS } from './test-totals';
import { isInRange, isLong, isShort, TEST_BY_TEST_DAYS } from './time-range';

const MEASURES = ['passed', 'failed', 'skipped', 'flaky', 'timed', 'seconds'] as const;

/**
 * A select with one row for each test of a page, with what it did in the range: test runs one by one in up to two days,
 * and in a longer range its totals by month, and by day at the edges. `timed` and `seconds` are of passes.
 *
 * It names the page once, since the server makes a CTE again wherever it is named: each test is joined with the steps
 * that its sums are made of, and each step with the rows of the one table that it is about.
 *
 * Indexes are named because the server guesses about steps that find nothing, and would read whole tables for them.
 *
 * @param page - A subquery with `columns` and `test_id`.
 */
export function pageSums(scope: Scope, page: string, columns: readonly string[]): string {
  const { range, filter } = scope;
  const own = ['test_id', ...columns].map((name) => `c.${name}`).join(', ');
  // A row is of one step: where it has no month it has a day, or neither.
  const sums = MEASURES.map(
    (name) =>
      `${TEST_RUN_SUMS[name]} + COALESCE(SUM(k.sign * COALESCE(${TEST_TOTALS[name]('m')}, ${TEST_TOTALS[name]('d')})), 0) AS ${name}`,
  );
  const [, months] = stretches(firstDay(scope), range);
  // A key that is NULL in the other steps finds no rows there.
  const keyIn = (step: Step) => `IF(k.step = '${step}', c.test_id, NULL)`;
  return sql(
    `SELECT ${own}, ${sums.join(', ')}`,
    'FROM (',
    nested(page),
    ') AS c LEFT JOIN (',
    nested(steps(scope)),
    ') AS k ON 1=1',
    'LEFT JOIN (tm_test_months AS m FORCE INDEX (ix_tm_test_months_test) INNER JOIN tm_series AS ms ON ms.id = m.series_id)',
    `ON m.test_id = ${keyIn('months')} AND m.month >= ${months?.from} AND m.month < ${months?.before}${and(filterConditions('ms', filter))}`,
    'LEFT JOIN (tm_test_days AS d FORCE INDEX (ix_tm_test_days_test) INNER JOIN tm_series AS ds ON ds.id = d.series_id)',
    `ON d.test_id = ${keyIn('day')} AND d.day = k.day${and(filterConditions('ds', filter))}`,
    'LEFT JOIN (tm_test_states AS st FORCE INDEX (ix_tm_test_states_test)',
    // Only where a test ever ran is it looked for; LIMIT keeps the runs a table of their own, made once.
    `STRAIGHT_JOIN (SELECT r.run_id, r.job_id, r.branch_id FROM tm_runs AS r WHERE ${isShortEnough(scope)} AND ${isInRange('r.run_at', range)}${and(filterConditions('r', filter))} LIMIT 1000000000) AS r ON r.job_id = st.job_id AND r.branch_id = st.branch_id`,
    'STRAIGHT_JOIN test_runs AS t FORCE INDEX (PRIMARY) ON t.run_id = r.run_id AND t.test_id = st.test_id)',
    `ON st.test_id = ${keyIn('runs')}${and(stateConditions('st', filter))}`,
    `GROUP BY ${own}`,
  );
}

type Step = 'runs' | 'months' | 'day';

/** What the sums of a test are made of: its runs, or all months at once and each day at the edges. */
function steps(scope: Scope): string {
  const isLongEnough = isLong(scope.range, TEST_BY_TEST_DAYS);
  const ofSums = stretches(firstDay(scope), scope.range).map(({ unit, from, before, onlyIf, sign }) => {
    const condition = `${isLongEnough} AND ${onlyIf}`;
    if (unit === 'month') return `SELECT 'months', NULL, 1 FROM DUAL WHERE ${condition}`;
    const days = `SELECT DISTINCT p.day AS day FROM tm_job_days AS p WHERE ${condition} AND p.day >= ${from} AND p.day < ${before}`;
    // Counts have no sign for the server, unless they are multiplied with a decimal.
    return `SELECT 'day', a.day, CAST(${sign} AS DECIMAL(2)) FROM (${days}) AS a`;
  });
  const ofRuns = `SELECT 'runs' AS step, NULL AS day, 1 AS sign FROM DUAL WHERE ${isShortEnough(scope)}`;
  return [ofRuns, ...ofSums].join('\nUNION ALL\n');
}

function isShortEnough({ range }: Scope): string {
  return isShort(range, TEST_BY_TEST_DAYS);
}

function firstDay({ range }: Scope): string {
  return `DATE(${range.from})`;
}
