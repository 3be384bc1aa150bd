import { type Query, type Scope, series } from '../question';
import { rate } from '../sql/outcome';
import { runFacts } from '../sql/run-facts';
import { sql } from '../sql/select';

/** Share of runs that failed, a time bucket, with the number of runs it stands on. */
export function runFailureRateOverTime(scope: Scope): Query {
  return series(
    sql(
      `SELECT f.time AS time, ${rate('f.failed_runs', 'f.runs')} AS \`Failure rate\`, f.runs AS \`Runs\``,
      'FROM (',
      runFacts(scope, ['time'], ['runs', 'failed_runs']),
      ') AS f ORDER BY f.time LIMIT 2000',
    ),
  );
}
