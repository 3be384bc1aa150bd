import { type Query, type Scope, series } from '../question';
import { rate } from '../sql/outcome';
import { nameOf, sql } from '../sql/select';
import { testFacts } from '../sql/test-facts';

/** Mean duration of the passes of one test in each job, a time bucket. */
export function testDurationByJob(scope: Scope, testKey: string): Query {
  return series(
    sql(
      `SELECT f.time AS time, ${nameOf('j')} AS metric, ${rate('f.seconds', 'f.timed')} AS value`,
      'FROM (',
      testFacts(scope, { key: testKey }, ['time', 'job_id'], ['timed', 'seconds']),
      ') AS f INNER JOIN tm_jobs AS j ON j.id = f.job_id',
      'WHERE f.timed > 0 ORDER BY f.time, j.id LIMIT 10000',
    ),
  );
}
