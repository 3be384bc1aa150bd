import { type Query, table } from '../question';
import { nameOf, nested, sql } from '../sql/select';
import { FAILED_STATUSES } from '../sql/test-run-sums';
import { isInRange, type TimeRange } from '../sql/time-range';

/**
 * How often each test failed in a row, up to its newest result, in a job and on a branch. Only tests that failed in the
 * range are looked at, so that one that nobody runs any more falls silent.
 */
export function failingInARowAlert(range: TimeRange, limit = 100): Query {
  const failed = sql(
    'SELECT DISTINCT s.job_id AS job_id, s.branch_id AS branch_id, x.test_id AS test_id',
    'FROM tm_failures AS x INNER JOIN tm_series AS s ON s.id = x.series_id',
    `WHERE ${isInRange('x.run_at', range)} AND x.status IN ${FAILED_STATUSES}`,
  );
  return table(
    sql(
      `SELECT CONCAT(LEFT(n.test_id, 300), ' in ', ${nameOf('j')}, ' on ', ${nameOf('b')}) AS test, st.consecutive_fails AS value`,
      'FROM (',
      nested(failed),
      ') AS f INNER JOIN tm_test_states AS st ON st.job_id = f.job_id AND st.branch_id = f.branch_id AND st.test_id = f.test_id',
      'INNER JOIN tests AS n ON n.id = f.test_id INNER JOIN tm_jobs AS j ON j.id = f.job_id',
      'INNER JOIN tm_branches AS b ON b.id = f.branch_id',
      `WHERE st.consecutive_fails > 0 ORDER BY value DESC, n.id LIMIT ${limit}`,
    ),
  );
}
