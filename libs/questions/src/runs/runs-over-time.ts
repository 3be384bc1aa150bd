import { type Query, type Scope, series } from '../question';
import { runFacts } from '../sql/run-facts';
import { sql } from '../sql/select';

/** Runs that passed and that failed, a time bucket. */
export function runsOverTime(scope: Scope): Query {
  return series(
    sql(
      'SELECT f.time AS time, f.runs - f.failed_runs AS `Passed`, f.failed_runs AS `Failed`',
      'FROM (',
      runFacts(scope, ['time'], ['runs', 'failed_runs']),
      ') AS f ORDER BY f.time LIMIT 2000',
    ),
  );
}
