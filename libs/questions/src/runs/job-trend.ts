import { type Query, type Scope, series } from '../question';
import { executedOf, failedOf, rate } from '../sql/outcome';
import { type Measure, runFacts } from '../sql/run-facts';
import { nameOf, sql } from '../sql/select';

/** What a job is followed by. */
export const JOB_MEASURES = [
  'failure_rate',
  'runs',
  'failed_runs',
  'run_time',
  'tests',
  'failed_tests',
  'test_failure_rate',
  'test_time',
] as const;
export type JobMeasure = (typeof JOB_MEASURES)[number];

const OUTCOMES: readonly Measure[] = ['success', 'fail', 'xfail', 'uxsuccess', 'unfinished'];

/** Each figure with the sums that it is made of, columns of `f`. */
export const JOB_FIGURES: Record<JobMeasure, { readonly measures: readonly Measure[]; readonly value: string }> = {
  failure_rate: { measures: ['runs', 'failed_runs'], value: rate('f.failed_runs', 'f.runs') },
  runs: { measures: ['runs'], value: 'f.runs' },
  failed_runs: { measures: ['failed_runs'], value: 'f.failed_runs' },
  run_time: { measures: ['runs', 'wall_seconds'], value: rate('f.wall_seconds', 'f.runs') },
  tests: { measures: OUTCOMES, value: executedOf('f') },
  failed_tests: { measures: OUTCOMES, value: failedOf('f') },
  test_failure_rate: { measures: OUTCOMES, value: rate(failedOf('f'), executedOf('f')) },
  test_time: { measures: ['run_seconds'], value: 'f.run_seconds' },
};

/** One figure of each job, a time bucket. */
export function jobTrend(scope: Scope, measure: JobMeasure, limit = 10_000): Query {
  return series(
    sql(
      `SELECT f.time AS time, ${nameOf('j')} AS metric, ${JOB_FIGURES[measure].value} AS value`,
      'FROM (',
      runFacts(scope, ['time', 'job_id'], JOB_FIGURES[measure].measures),
      `) AS f INNER JOIN tm_jobs AS j ON j.id = f.job_id ORDER BY f.time, j.id LIMIT ${limit}`,
    ),
  );
}
