import { type Query, type Scope, table } from '../question';
import { executedOf, fewRunsNote, rate, wilsonLower } from '../sql/outcome';
import { runFacts } from '../sql/run-facts';
import { nameOf, sql } from '../sql/select';

/** Jobs with their runs, the surest failing ones first. */
export function jobs(scope: Scope, limit = 200): Query {
  return table(
    sql(
      `SELECT ${nameOf('j')} AS \`Job\`, j.id AS job_key, f.runs AS \`Runs\`, f.failed_runs AS \`Failed\`,`,
      `${rate('f.failed_runs', 'f.runs')} AS \`Failure rate\`, ${wilsonLower('f.failed_runs', 'f.runs')} AS \`At least\`,`,
      `${executedOf('f')} AS \`Tests run\`, f.run_seconds AS \`In tests\`, ${rate('f.wall_seconds', 'f.runs')} AS \`Mean run time\`,`,
      `${fewRunsNote('f.runs')} AS \`Note\``,
      'FROM (',
      runFacts(
        scope,
        ['job_id'],
        ['runs', 'failed_runs', 'success', 'fail', 'xfail', 'uxsuccess', 'unfinished', 'run_seconds', 'wall_seconds'],
      ),
      ') AS f INNER JOIN tm_jobs AS j ON j.id = f.job_id',
      `ORDER BY \`At least\` DESC, f.runs DESC, j.name LIMIT ${limit}`,
    ),
  );
}
