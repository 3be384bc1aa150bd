import { type Query, type Scope, table } from '../question';
import { nested, sql } from '../sql/select';
import { type Tests } from '../sql/tests';
import { testFailures } from './test-failures';

/** The text of the newest failures of one test in full: for reading, where the list of failures is for finding. */
export function testTracebacks(scope: Scope, tests: string | Tests, limit = 3): Query {
  return table(
    sql(
      'SELECT f.time AS time, f.run_key AS run_key, f.`Job` AS `Job`, f.job_key AS job_key, f.`Traceback` AS `Traceback`',
      'FROM (',
      nested(testFailures(scope, tests, limit).sql),
      `) AS f WHERE f.\`Traceback\` <> '' ORDER BY f.time DESC LIMIT ${limit}`,
    ),
  );
}
