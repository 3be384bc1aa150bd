import { type Query, type Scope, series } from '../question';
import { failedOf, passedOf } from '../sql/outcome';
import { runFacts } from '../sql/run-facts';
import { sql } from '../sql/select';

/** Test runs by outcome, a time bucket. */
export function testsOverTime(scope: Scope): Query {
  return series(
    sql(
      `SELECT f.time AS time, ${passedOf('f')} AS \`Passed\`, ${failedOf('f')} AS \`Failed\`, f.skip AS \`Skipped\``,
      'FROM (',
      runFacts(scope, ['time'], ['success', 'fail', 'skip', 'xfail', 'uxsuccess', 'unfinished']),
      ') AS f ORDER BY f.time LIMIT 2000',
    ),
  );
}
