import { type Query, type Scope, table } from '../question';
import { executedOf, fewRunsNote, rate, wilsonLower } from '../sql/outcome';
import { nested, sql } from '../sql/select';
import { millis } from '../sql/words';
import { runsWithValue, VALUE } from './metadata-runs';

/** Runs by the values of a metadata key, the surest failing ones first. */
export function metadataGroups(scope: Scope, metadataKey: string, limit = 200): Query {
  const sums = ['success', 'fail', 'xfail', 'uxsuccess', 'unfinished'].map((name) => `SUM(r.${name}) AS ${name}`);
  const groups = sql(
    `SELECT ${VALUE} AS value, COUNT(*) AS runs, SUM(r.failed) AS failed_runs, SUM(r.wall_seconds) AS wall_seconds, MAX(r.run_at) AS newest, COUNT(DISTINCT r.job_id) AS jobs,`,
    sums.join(', '),
    `FROM ${runsWithValue(scope, metadataKey)} GROUP BY 1`,
  );
  return table(
    sql(
      'SELECT f.value AS `Value`, f.jobs AS `Jobs`, f.runs AS `Runs`, f.failed_runs AS `Failed`,',
      `${rate('f.failed_runs', 'f.runs')} AS \`Failure rate\`, ${wilsonLower('f.failed_runs', 'f.runs')} AS \`At least\`, ${executedOf('f')} AS \`Tests run\`,`,
      `${rate('f.wall_seconds', 'f.runs')} AS \`Mean run time\`, ${millis('f.newest')} AS \`Newest run\`, ${fewRunsNote('f.runs')} AS \`Note\``,
      'FROM (',
      nested(groups),
      `) AS f ORDER BY \`At least\` DESC, f.runs DESC, f.value LIMIT ${limit}`,
    ),
  );
}
