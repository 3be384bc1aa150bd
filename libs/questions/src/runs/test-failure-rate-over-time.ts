import { type Query, type Scope, series } from '../question';
import { executedOf, failedOf, rate } from '../sql/outcome';
import { runFacts } from '../sql/run-facts';
import { sql } from '../sql/select';

/** Share of test runs that failed, a time bucket, with the number of test runs it stands on. */
export function testFailureRateOverTime(scope: Scope): Query {
  return series(
    sql(
      `SELECT f.time AS time, ${rate(failedOf('f'), executedOf('f'))} AS \`Failure rate\`, ${executedOf('f')} AS \`Tests run\``,
      'FROM (',
      runFacts(scope, ['time'], ['success', 'fail', 'xfail', 'uxsuccess', 'unfinished']),
      ') AS f ORDER BY f.time LIMIT 2000',
    ),
  );
}
