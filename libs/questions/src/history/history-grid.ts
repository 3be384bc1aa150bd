import { type Query, type Scope, table } from '../question';
import { newestRuns } from '../sql/newest-runs';
import { and, nameOf, nested, sql } from '../sql/select';
import { durationSeconds } from '../sql/test-run-sums';
import { nameConditions, testConditions, type TestFilter } from '../sql/tests';
import { isFailed, millis, outcomeWord, testName } from '../sql/words';

/** Which tests make the rows: those that failed or flaked in the columns, or all of them, the failing ones first. */
export const HISTORY_MEASURES = ['failing', 'all'] as const;
export type HistoryMeasure = (typeof HISTORY_MEASURES)[number];

export interface HistoryOptions {
  readonly measure: HistoryMeasure;
  readonly tests: TestFilter;
  /** Rows. */
  readonly limit: number;
  /** Columns. */
  readonly runs: number;
}

/** One row a cell of tests by runs: the newest runs in scope, and the tests that failed most in them. */
export function historyGrid(scope: Scope, { measure, tests, limit, runs }: HistoryOptions): Query {
  const columns = `picked_runs AS (SELECT p.* FROM ${newestRuns(scope, { limit: runs })} AS p)`;
  const rows = sql(
    'picked_tests AS (',
    nested(measure === 'failing' ? failingTests(tests, limit) : allTests(tests, limit)),
    ')',
  );
  return table(
    sql(
      `WITH ${columns},`,
      rows,
      `SELECT ${testName('n')} AS test, n.id AS test_key, u.uuid AS run, ${millis('r.run_at')} AS time, ${nameOf('j')} AS job,`,
      `${outcomeWord('t.status', 't.tm_flaky')} AS outcome, ${durationSeconds('t')} AS seconds, t.tm_attempts AS attempts, x.message AS message`,
      'FROM picked_runs AS r CROSS JOIN picked_tests AS k INNER JOIN test_runs AS t ON t.run_id = r.run_id AND t.test_id = k.test_id',
      'INNER JOIN tests AS n ON n.id = k.test_id INNER JOIN runs AS u ON u.id = r.run_id INNER JOIN tm_jobs AS j ON j.id = r.job_id',
      `LEFT JOIN tm_failures AS x ON x.run_id = t.run_id AND x.test_id = t.test_id AND (${isFailed('t.status')} OR t.tm_flaky = 1)`,
      `ORDER BY r.run_at, r.run_id, k.failures DESC, n.id LIMIT ${limit * runs}`,
    ),
  );
}

function failingTests(tests: TestFilter, limit: number): string {
  return sql(
    'SELECT x.test_id AS test_id, COUNT(*) AS failures',
    'FROM picked_runs AS r INNER JOIN tm_failures AS x ON x.run_id = r.run_id',
    `WHERE 1=1${and(testConditions('x.test_id', tests))} GROUP BY x.test_id ORDER BY COUNT(*) DESC, x.test_id LIMIT ${limit}`,
  );
}

function allTests(tests: TestFilter, limit: number): string {
  const failures = `SUM(${isFailed('t.status')} OR t.tm_flaky = 1)`;
  return sql(
    `SELECT t.test_id AS test_id, ${failures} AS failures`,
    'FROM picked_runs AS r INNER JOIN test_runs AS t ON t.run_id = r.run_id INNER JOIN tests AS n ON n.id = t.test_id',
    `WHERE 1=1${and(nameConditions('n', tests))} GROUP BY t.test_id ORDER BY ${failures} DESC, t.test_id LIMIT ${limit}`,
  );
}
