import { type Query, type Scope, table } from '../question';
import { runFacts } from '../sql/run-facts';
import { nameOf, sql } from '../sql/select';

/** The jobs whose tests take most time. */
export function timeByJob(scope: Scope, limit = 10): Query {
  return table(
    sql(
      `SELECT ${nameOf('j')} AS \`Job\`, f.run_seconds AS \`In tests\``,
      'FROM (',
      runFacts(scope, ['job_id'], ['run_seconds']),
      ') AS f INNER JOIN tm_jobs AS j ON j.id = f.job_id',
      `WHERE f.run_seconds > 0 ORDER BY f.run_seconds DESC, j.name LIMIT ${limit}`,
    ),
  );
}
