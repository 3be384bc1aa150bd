import { type Query, type Scope, table } from '../question';
import { type After, isBehind, placeColumn, type PlacePart } from '../sql/place';
import { runFacts } from '../sql/run-facts';
import { and, nameOf, sql } from '../sql/select';
import { JOB_FIGURES, type JobMeasure } from './job-trend';

/** What each figure of `jobTrend` is called beside the others. */
const COLUMNS: Record<JobMeasure, string> = {
  runs: 'Runs',
  failed_runs: 'Failed',
  failure_rate: 'Failure rate',
  run_time: 'Mean run time',
  tests: 'Tests run',
  failed_tests: 'Tests failed',
  test_failure_rate: 'Test failure rate',
  test_time: 'In tests',
};

const ORDER: readonly PlacePart[] = [{ sql: 'f.time' }, { sql: 'j.id' }];

/** All figures of each job beside each other, a row a time bucket: those that `jobTrend` draws one by one. */
export function jobHistory(scope: Scope, limit = 2000, after?: After): Query {
  const measures = [...new Set(Object.values(JOB_FIGURES).flatMap((figure) => figure.measures))];
  const figures = Object.entries(COLUMNS).map(
    ([measure, heading]) => `${JOB_FIGURES[measure as JobMeasure].value} AS \`${heading}\``,
  );
  return table(
    sql(
      `SELECT f.time * 1000 AS time, ${nameOf('j')} AS \`Job\`, j.id AS job_key, ${figures.join(', ')}${placeColumn(ORDER, after)}`,
      'FROM (',
      runFacts(scope, ['time', 'job_id'], measures),
      `) AS f INNER JOIN tm_jobs AS j ON j.id = f.job_id WHERE 1=1${and(isBehind(ORDER, after))} ORDER BY f.time, j.id LIMIT ${limit}`,
    ),
  );
}
