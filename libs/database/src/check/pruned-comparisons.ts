import { exact, float, type Comparison } from './comparison';
import type { DayRange, TestKeyRange } from './comparisons';
import { HAS_TESTS } from './given';
import { IS_PASSED, OUTCOME_NAMES, ROLLED_UP } from './test-run-facts';

const SUMS = [...OUTCOME_NAMES, 'timed', 'seconds', 'passed_timed', 'passed_seconds'] as const;

/** Months of which raw rows are gone: they still equal the sums of their days. */
export function prunedMonthsComparison({ from, before }: DayRange): Comparison {
  const month = (day: string) => `${day} - INTERVAL (DAYOFMONTH(${day}) - 1) DAY`;
  const pruned = `(SELECT DISTINCT tm_pruned_days.series_id, ${month('tm_pruned_days.day')} AS month FROM tm_pruned_days
                    WHERE tm_pruned_days.day >= '${from}' AND tm_pruned_days.day < '${before}') AS pruned`;
  return {
    table: 'tm_test_months',
    key: ['series_id', 'month', 'test_id'],
    values: [...exact(...OUTCOME_NAMES, 'timed', 'passed_timed'), ...float('seconds', 'passed_seconds')],
    expected: `
      SELECT pruned.series_id, pruned.month, tm_test_days.test_id, ${SUMS.map((name) => `SUM(tm_test_days.${name}) AS ${name}`).join(', ')}
        FROM ${pruned} JOIN tm_test_days ON tm_test_days.series_id = pruned.series_id
         AND tm_test_days.day >= pruned.month AND tm_test_days.day < pruned.month + INTERVAL 1 MONTH
       GROUP BY pruned.series_id, pruned.month, tm_test_days.test_id`,
    found: `
      SELECT tm_test_months.* FROM ${pruned}
        JOIN tm_test_months ON tm_test_months.series_id = pruned.series_id AND tm_test_months.month = pruned.month`,
  };
}

/**
 * Histories of jobs and branches of which raw rows are gone: what was rolled up since is still there, and the newest bits must tell
 * it.
 */
export function prunedStatesComparison(range: TestKeyRange): Comparison {
  const place = 'results.job_id, results.branch_id, results.test_id';
  const mask = 'IF(kept.n >= 64, ~CAST(0 AS UNSIGNED), (CAST(1 AS UNSIGNED) << kept.n) - 1)';
  const bits = (name: string) =>
    `BIT_OR(CAST(results.counts AND results.${name} AND results.place < 64 AS UNSIGNED) << results.place)`;
  return {
    table: 'tm_test_states',
    key: ['job_id', 'branch_id', 'test_id'],
    values: exact('history', 'flaky_history', 'long_enough', 'last_run_id'),
    expected: `
      SELECT ${place}, ${bits('failed')} AS history, ${bits('flaky')} AS flaky_history, 1 AS long_enough,
             MAX(IF(results.latest = 1, results.run_id, NULL)) AS last_run_id
        FROM (SELECT outcomes.*,
                     ROW_NUMBER() OVER (PARTITION BY outcomes.job_id, outcomes.branch_id, outcomes.test_id, outcomes.counts
                                        ORDER BY outcomes.rollup_seq DESC) - 1 AS place,
                     ROW_NUMBER() OVER (PARTITION BY outcomes.job_id, outcomes.branch_id, outcomes.test_id
                                        ORDER BY outcomes.rollup_seq DESC) AS latest
                FROM (${laterResults(range)}) AS outcomes) AS results
       GROUP BY ${place}`,
    found: `
      SELECT kept.job_id, kept.branch_id, kept.test_id, tm_test_states.history & ${mask} AS history,
             tm_test_states.flaky_history & ${mask} AS flaky_history,
             CAST(tm_test_states.history_length >= LEAST(64, kept.n) AS SIGNED) AS long_enough, tm_test_states.last_run_id
        FROM (SELECT outcomes.job_id, outcomes.branch_id, outcomes.test_id, SUM(outcomes.counts) AS n
                FROM (${laterResults(range)}) AS outcomes GROUP BY outcomes.job_id, outcomes.branch_id, outcomes.test_id) AS kept
        JOIN tm_test_states ON tm_test_states.job_id = kept.job_id AND tm_test_states.branch_id = kept.branch_id
         AND tm_test_states.test_id = kept.test_id`,
  };
}

function laterResults({ from, before }: TestKeyRange): string {
  return `
    SELECT tm_runs.job_id, tm_runs.branch_id, test_runs.test_id, tm_runs.run_id, tm_runs.rollup_seq,
           NOT (test_runs.status <=> 'skip') AND NOT tm_runs.infra AS counts,
           NOT COALESCE(${IS_PASSED}, 0) AS failed, test_runs.tm_flaky AS flaky
      FROM test_runs JOIN tm_runs ON tm_runs.run_id = test_runs.run_id
      JOIN tm_pruned_places ON tm_pruned_places.job_id = tm_runs.job_id AND tm_pruned_places.branch_id = tm_runs.branch_id
       AND tm_runs.rollup_seq > tm_pruned_places.after_seq
     WHERE test_runs.test_id >= ${from} AND test_runs.test_id < ${before} AND ${ROLLED_UP} AND ${HAS_TESTS}`;
}
