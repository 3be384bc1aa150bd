import { exact, type Comparison } from './comparison';
import type { TestKeyRange } from './comparisons';
import { GIVEN_PLACE } from './given';
import { IS_PASSED, MICROS, ROLLED_UP } from './test-run-facts';

/** A duration as `tm_test_timings.recent` has it, in hexadecimal: second of the run, 1 passed 2 failed 3 skipped, microseconds. */
const TIMING_ENTRY = `CONCAT(
  LPAD(HEX(LEAST(4294967295, GREATEST(0, TIMESTAMPDIFF(SECOND, '1970-01-01', tm_runs.run_at)))), 8, '0'),
  CASE WHEN ${IS_PASSED} THEN '01' WHEN test_runs.status = 'skip' THEN '03' ELSE '02' END,
  LPAD(HEX(LEAST(1099511627775, ${MICROS})), 10, '0'))`;

/** The newest durations of tests, as their runs tell them. */
export function testTimingsComparison({ from, before }: TestKeyRange): Comparison {
  const place = ['job_id', 'project_id', 'branch_id', 'test_id'];
  const of = (alias: string) => place.map((name) => `${alias}.${name}`).join(', ');
  const latest = (name: string, as = name) => `MAX(IF(placed.age = 1, placed.${name}, NULL)) AS ${as}`;
  return {
    table: 'tm_test_timings',
    key: place,
    given: GIVEN_PLACE,
    values: exact('recent', 'last_seen', 'last_run_id', 'label_set_id'),
    expected: `
      SELECT ${of('placed')}, GROUP_CONCAT(IF(placed.place <= 20, placed.entry, NULL) ORDER BY placed.place SEPARATOR '') AS recent,
             ${latest('run_at', 'last_seen')}, ${latest('run_id', 'last_run_id')}, ${latest('label_set_id')}
        FROM (SELECT timed.*, ROW_NUMBER() OVER (PARTITION BY ${of('timed')} ORDER BY timed.entry DESC) AS place,
                     ROW_NUMBER() OVER (PARTITION BY ${of('timed')} ORDER BY timed.run_at DESC, timed.run_id DESC) AS age
                FROM (SELECT tm_runs.job_id, tm_runs.project_id, tm_runs.branch_id, test_runs.test_id, tm_runs.run_at, tm_runs.run_id,
                             test_runs.tm_label_set_id AS label_set_id, ${TIMING_ENTRY} AS entry
                        FROM test_runs JOIN tm_runs ON tm_runs.run_id = test_runs.run_id
                       WHERE test_runs.test_id >= ${from} AND test_runs.test_id < ${before} AND NOT tm_runs.infra
                         AND ${MICROS} IS NOT NULL AND ${ROLLED_UP}) AS timed) AS placed
       GROUP BY ${of('placed')}`,
    found: `SELECT ${of('tm_test_timings')}, HEX(tm_test_timings.recent) AS recent, tm_test_timings.last_seen,
                   tm_test_timings.last_run_id, tm_test_timings.label_set_id
              FROM tm_test_timings WHERE tm_test_timings.test_id >= ${from} AND tm_test_timings.test_id < ${before}`,
  };
}
