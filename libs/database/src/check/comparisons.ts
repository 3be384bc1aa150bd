import { exact, float, type Comparison } from './comparison';
import { GIVEN_DAY, GIVEN_MONTH, GIVEN_PLACE, GIVEN_RUN_DAY, HAS_TESTS } from './given';
import {
  bucketSql,
  IS_FAILED,
  IS_PASSED,
  IS_UNFINISHED,
  MICROS,
  OUTCOME_NAMES,
  OUTCOME_SUMS,
  PASSED_MICROS,
  ROLLED_UP,
  TIMED_MICROS,
} from './test-run-facts';

/** Days, half open: `2026-11-01` to before `2026-12-01`. */
export interface DayRange {
  readonly from: string;
  readonly before: string;
}

export function testDaysComparison(range: DayRange): Comparison {
  return { ...testSumsComparison('tm_test_days', { name: 'day', sql: 'tm_runs.day' }, range), given: GIVEN_DAY };
}

/** The range is of whole months. */
export function testMonthsComparison(range: DayRange): Comparison {
  const month = 'tm_runs.day - INTERVAL (DAYOFMONTH(tm_runs.day) - 1) DAY';
  return { ...testSumsComparison('tm_test_months', { name: 'month', sql: month }, range), given: GIVEN_MONTH };
}

function testSumsComparison(
  table: string,
  period: { readonly name: string; readonly sql: string },
  { from, before }: DayRange,
): Comparison {
  return {
    table,
    key: ['series_id', period.name, 'test_id'],
    values: [...exact(...OUTCOME_NAMES, 'timed', 'passed_timed'), ...float('seconds', 'passed_seconds')],
    expected: `
      SELECT tm_runs.series_id, ${period.sql} AS ${period.name}, test_runs.test_id, ${OUTCOME_SUMS},
             COUNT(${TIMED_MICROS}) AS timed, COALESCE(SUM(${TIMED_MICROS}), 0) / 1e6 AS seconds,
             COUNT(${PASSED_MICROS}) AS passed_timed, COALESCE(SUM(${PASSED_MICROS}), 0) / 1e6 AS passed_seconds
        FROM tm_runs JOIN test_runs ON test_runs.run_id = tm_runs.run_id
       WHERE tm_runs.run_at >= '${from}' AND tm_runs.run_at < '${before}' AND ${ROLLED_UP}
       GROUP BY tm_runs.series_id, ${period.sql}, test_runs.test_id`,
    found: `SELECT * FROM ${table} WHERE ${table}.${period.name} >= '${from}' AND ${table}.${period.name} < '${before}'`,
  };
}

export function testDayDurationsComparison({ from, before }: DayRange): Comparison {
  return {
    table: 'tm_test_day_durations',
    key: ['series_id', 'day', 'test_id', 'bucket'],
    given: GIVEN_DAY,
    values: exact('n'),
    expected: `
      SELECT timed.series_id, timed.day, timed.test_id, ${bucketSql('timed.micros')} AS bucket, COUNT(*) AS n
        FROM (SELECT tm_runs.series_id, tm_runs.day, test_runs.test_id, ${PASSED_MICROS} AS micros
                FROM tm_runs JOIN test_runs ON test_runs.run_id = tm_runs.run_id
               WHERE tm_runs.run_at >= '${from}' AND tm_runs.run_at < '${before}' AND ${ROLLED_UP}) AS timed
       WHERE timed.micros IS NOT NULL
       GROUP BY timed.series_id, timed.day, timed.test_id, bucket`,
    found: `SELECT * FROM tm_test_day_durations
             WHERE tm_test_day_durations.day >= '${from}' AND tm_test_day_durations.day < '${before}'`,
  };
}

export const JOB_DAYS_COMPARISON: Comparison = {
  table: 'tm_job_days',
  key: ['series_id', 'day'],
  given: GIVEN_RUN_DAY,
  values: [
    ...exact('runs', 'failed_runs', 'infra_runs', 'incomplete_runs', 'empty_runs', ...OUTCOME_NAMES),
    ...exact('timed_runs', 'uploads', 'damaged_uploads', 'received_bytes', 'stream_bytes', 'events'),
    ...float('run_seconds', 'wall_seconds'),
  ],
  expected: `
    SELECT tm_runs.series_id, tm_runs.day, COUNT(*) AS runs, SUM(tm_runs.failed) AS failed_runs, SUM(tm_runs.infra) AS infra_runs,
           SUM(1 - tm_runs.complete) AS incomplete_runs, SUM(tm_runs.tests = 0) AS empty_runs,
           ${OUTCOME_NAMES.map((name) => `SUM(tm_runs.${name}) AS ${name}`).join(', ')},
           SUM(tm_runs.run_seconds) AS run_seconds, SUM(tm_runs.wall_seconds) AS wall_seconds,
           COUNT(IF(tm_runs.wall_seconds > 0, 1, NULL)) AS timed_runs, COUNT(tm_uploads.run_id) AS uploads,
           COUNT(IF(tm_uploads.damage_count > 0, 1, NULL)) AS damaged_uploads,
           COALESCE(SUM(tm_uploads.received_bytes), 0) AS received_bytes,
           COALESCE(SUM(tm_uploads.stream_bytes), 0) AS stream_bytes, COALESCE(SUM(tm_uploads.events), 0) AS events
      FROM tm_runs LEFT JOIN tm_uploads ON tm_uploads.run_id = tm_runs.run_id WHERE ${ROLLED_UP} GROUP BY tm_runs.series_id, tm_runs.day`,
  found: 'SELECT * FROM tm_job_days',
};

export const JOB_DAY_DURATIONS_COMPARISON: Comparison = {
  table: 'tm_job_day_durations',
  key: ['series_id', 'day', 'bucket'],
  given: GIVEN_RUN_DAY,
  values: exact('n'),
  expected: `
    SELECT tm_runs.series_id, tm_runs.day, ${bucketSql('ROUND(tm_runs.wall_seconds * 1e6)')} AS bucket, COUNT(*) AS n
      FROM tm_runs WHERE tm_runs.wall_seconds > 0 AND ${ROLLED_UP} GROUP BY tm_runs.series_id, tm_runs.day, bucket`,
  found: 'SELECT * FROM tm_job_day_durations',
};

/** Keys of tests, half open. */
export interface TestKeyRange {
  readonly from: number;
  readonly before: number;
}

/** The histories, made again with window functions in the order in which the runs were taken. */
export function testStatesComparison({ from, before }: TestKeyRange): Comparison {
  const place = 'results.job_id, results.branch_id, results.test_id';
  return {
    table: 'tm_test_states',
    key: ['job_id', 'branch_id', 'test_id'],
    given: GIVEN_PLACE,
    values: exact(
      ...['history', 'flaky_history', 'history_length', 'consecutive_fails', 'first_seen', 'last_seen'],
      ...['last_passed', 'last_failed', 'last_run_id', 'last_failed_run_id'],
    ),
    expected: `
      SELECT ${place},
             BIT_OR(CAST(results.counts AND results.failed AND results.place < 64 AS UNSIGNED) << results.place) AS history,
             BIT_OR(CAST(results.counts AND results.flaky AND results.place < 64 AS UNSIGNED) << results.place) AS flaky_history,
             LEAST(64, SUM(results.counts)) AS history_length,
             COALESCE(MIN(IF(results.counts AND NOT results.failed, results.place, NULL)), SUM(results.counts)) AS consecutive_fails,
             MIN(results.run_at) AS first_seen, MAX(results.run_at) AS last_seen,
             MAX(IF(results.counts AND NOT results.failed, results.run_at, NULL)) AS last_passed,
             MAX(IF(results.counts AND results.failed, results.run_at, NULL)) AS last_failed,
             MAX(IF(results.latest = 1, results.run_id, NULL)) AS last_run_id,
             MAX(IF(results.counts AND results.failed AND results.latest_fail = 1, results.run_id, NULL)) AS last_failed_run_id
        FROM (SELECT outcomes.*,
                     ROW_NUMBER() OVER (PARTITION BY outcomes.job_id, outcomes.branch_id, outcomes.test_id, outcomes.counts
                                        ORDER BY outcomes.rollup_seq DESC) - 1 AS place,
                     ROW_NUMBER() OVER (PARTITION BY outcomes.job_id, outcomes.branch_id, outcomes.test_id
                                        ORDER BY outcomes.rollup_seq DESC) AS latest,
                     ROW_NUMBER() OVER (PARTITION BY outcomes.job_id, outcomes.branch_id, outcomes.test_id, outcomes.counts, outcomes.failed
                                        ORDER BY outcomes.rollup_seq DESC) AS latest_fail
                FROM (SELECT tm_runs.job_id, tm_runs.branch_id, test_runs.test_id, tm_runs.run_id, tm_runs.run_at, tm_runs.rollup_seq,
                             NOT (test_runs.status <=> 'skip') AND NOT tm_runs.infra AS counts,
                             NOT COALESCE(${IS_PASSED}, 0) AS failed, test_runs.tm_flaky AS flaky
                        FROM test_runs JOIN tm_runs ON tm_runs.run_id = test_runs.run_id
                       WHERE test_runs.test_id >= ${from} AND test_runs.test_id < ${before} AND ${ROLLED_UP}) AS outcomes) AS results
       GROUP BY ${place}`,
    found: `SELECT * FROM tm_test_states WHERE tm_test_states.test_id >= ${from} AND tm_test_states.test_id < ${before}`,
  };
}

/**
 * Counters of tests: our runs that are rolled up, the runs of the reference's tools, which count by themselves, and what test runs
 * that are gone have added.
 * The mean duration is checked where only we have written it.
 */
export function testCountersComparison({ from, before }: TestKeyRange): Comparison {
  const range = (table: string, column: string) => `${table}.${column} >= ${from} AND ${table}.${column} < ${before}`;
  const ours = `tm_runs.run_id IS NOT NULL`;
  const past = (name: string) => `COALESCE(MAX(tm_pruned_tests.${name}), 0)`;
  return {
    table: 'tests',
    key: ['id'],
    values: [...exact('run_count', 'success', 'failure', 'timed'), ...float('timed_seconds', 'run_time')],
    expected: `
      SELECT tests.id, COALESCE(SUM(${IS_PASSED} OR ${IS_FAILED}), 0) + ${past('success')} + ${past('failure')} AS run_count,
             COALESCE(SUM(${IS_PASSED}), 0) + ${past('success')} AS success,
             COALESCE(SUM(${IS_FAILED}), 0) + ${past('failure')} AS failure,
             COUNT(IF(${ours}, ${PASSED_MICROS}, NULL)) + ${past('timed')} AS timed,
             COALESCE(SUM(IF(${ours}, ${PASSED_MICROS}, NULL)), 0) / 1e6 + ${past('timed_seconds')} AS timed_seconds,
             IF(COALESCE(SUM(tm_runs.run_id IS NULL AND test_runs.run_id IS NOT NULL), 0) > 0, MAX(tests.run_time),
                (COALESCE(SUM(${PASSED_MICROS}), 0) / 1e6 + ${past('timed_seconds')})
                  / NULLIF(COUNT(${PASSED_MICROS}) + ${past('timed')}, 0)) AS run_time
        FROM tests
        LEFT JOIN tm_pruned_tests ON tm_pruned_tests.test_id = tests.id
        LEFT JOIN test_runs ON test_runs.test_id = tests.id
                           AND test_runs.run_id NOT IN (SELECT tm_rollup_pending.run_id FROM tm_rollup_pending)
                           AND test_runs.run_id NOT IN (SELECT tm_pruned_runs.run_id FROM tm_pruned_runs)
        LEFT JOIN tm_runs ON tm_runs.run_id = test_runs.run_id
       WHERE ${range('tests', 'id')} GROUP BY tests.id`,
    found: `
      SELECT tests.id, COALESCE(tests.run_count, 0) AS run_count, COALESCE(tests.success, 0) AS success,
             COALESCE(tests.failure, 0) AS failure, tests.tm_timed_successes AS timed, tests.tm_timed_seconds AS timed_seconds,
             tests.run_time
        FROM tests WHERE ${range('tests', 'id')}`,
  };
}

/** Row ids of runs, half open. */
export interface RunIdRange {
  readonly from: number;
  readonly before: number;
}

export function runFactsComparison({ from, before }: RunIdRange): Comparison {
  const orZero = (name: string) => `COALESCE(sums.${name}, 0) AS ${name}`;
  // What the reference's tools wrote of a run stays as they wrote it.
  const ownOr = (name: string, own: string) => `IF(tm_uploads.run_id IS NULL, runs.${name}, ${own}) AS ${name}`;
  return {
    table: 'tm_runs',
    key: ['run_id'],
    values: [
      ...exact('tests', ...OUTCOME_NAMES, 'passes', 'fails', 'skips', 'failure_rows', 'day', 'series_id'),
      ...float('run_seconds', 'run_time'),
    ],
    expected: `
      SELECT tm_runs.run_id, ${['tests', ...OUTCOME_NAMES, 'failure_rows', 'run_seconds'].map(orZero).join(', ')},
             ${ownOr('passes', 'COALESCE(sums.success + sums.xfail, 0)')}, ${ownOr('fails', 'COALESCE(sums.fail + sums.uxsuccess, 0)')},
             ${ownOr('skips', 'COALESCE(sums.skip, 0)')}, ${ownOr('run_time', 'COALESCE(sums.run_seconds, 0)')},
             DATE(tm_runs.run_at) AS day, tm_series.id AS series_id
        FROM tm_runs LEFT JOIN runs ON runs.id = tm_runs.run_id
        LEFT JOIN tm_uploads ON tm_uploads.run_id = tm_runs.run_id
        LEFT JOIN (SELECT test_runs.run_id, COUNT(*) AS tests, ${OUTCOME_SUMS},
                          SUM(test_runs.tm_flaky OR ${IS_FAILED} OR ${IS_UNFINISHED}) AS failure_rows,
                          COALESCE(SUM(${MICROS}), 0) / 1e6 AS run_seconds
                     FROM test_runs WHERE test_runs.run_id >= ${from} AND test_runs.run_id < ${before}
                    GROUP BY test_runs.run_id) AS sums ON sums.run_id = tm_runs.run_id
        LEFT JOIN tm_series ON tm_series.job_id = tm_runs.job_id AND tm_series.project_id = tm_runs.project_id
                           AND tm_series.branch_id = tm_runs.branch_id AND tm_series.queue_id = tm_runs.queue_id
       WHERE tm_runs.run_id >= ${from} AND tm_runs.run_id < ${before} AND ${HAS_TESTS}`,
    found: `
      SELECT tm_runs.*, runs.passes, runs.fails, runs.skips, runs.run_time,
             (SELECT COUNT(*) FROM tm_failures WHERE tm_failures.run_id = tm_runs.run_id
                 AND tm_failures.series_id = tm_runs.series_id AND tm_failures.run_at = tm_runs.run_at) AS failure_rows
        FROM tm_runs LEFT JOIN runs ON runs.id = tm_runs.run_id
       WHERE tm_runs.run_id >= ${from} AND tm_runs.run_id < ${before} AND ${HAS_TESTS}`,
  };
}
