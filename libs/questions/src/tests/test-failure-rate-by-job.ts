import { type Query, type Scope, series } from '../question';
import { rate } from '../sql/outcome';
import { nameOf, sql } from '../sql/select';
import { testFacts } from '../sql/test-facts';
import { asTests, type Tests } from '../sql/tests';

/** Failure rate of one test in each job, a time bucket. */
export function testFailureRateByJob(scope: Scope, tests: string | Tests): Query {
  return series(
    sql(
      `SELECT f.time AS time, ${nameOf('j')} AS metric, ${rate('f.failed', 'f.passed + f.failed')} AS value`,
      'FROM (',
      testFacts(scope, asTests(tests), ['time', 'job_id'], ['passed', 'failed']),
      ') AS f INNER JOIN tm_jobs AS j ON j.id = f.job_id',
      'WHERE f.passed + f.failed > 0 ORDER BY f.time, j.id LIMIT 10000',
    ),
  );
}
