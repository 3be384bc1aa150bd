import { type Query, type Scope, table } from '../question';
import { filterConditions } from '../sql/filters';
import { executedOf, failedOf } from '../sql/outcome';
import { and, nameOf, nested, sql } from '../sql/select';
import { epochSeconds, isInRange } from '../sql/time-range';

/** The newest runs in scope. They are found first and described afterwards, so that a long range costs no more. */
export function recentRuns(scope: Scope, limit = 50): Query {
  const newest = sql(
    'SELECT r.* FROM tm_runs AS r',
    `WHERE ${isInRange('r.run_at', scope.range)}${and(filterConditions('r', scope.filter))}`,
    `ORDER BY r.run_at DESC, r.run_id DESC LIMIT ${limit}`,
  );
  return table(
    sql(
      `SELECT ${epochSeconds('r.run_at')} * 1000 AS time, IF(r.failed, 'failed', 'passed') AS \`Result\`,`,
      `${nameOf('j')} AS \`Job\`, j.id AS job_key, ${nameOf('b')} AS \`Branch\`, LEFT(c.name, 12) AS \`Commit\`,`,
      `${executedOf('r')} AS \`Tests run\`, ${failedOf('r')} AS \`Failed\`, r.flaky AS \`Flaky\`, r.skip AS \`Skipped\`,`,
      `r.wall_seconds AS \`Run time\`, ${note('r')} AS \`Note\`, u.artifacts AS \`Logs\``,
      'FROM (',
      nested(newest),
      ') AS r INNER JOIN runs AS u ON u.id = r.run_id',
      'INNER JOIN tm_jobs AS j ON j.id = r.job_id INNER JOIN tm_branches AS b ON b.id = r.branch_id',
      'INNER JOIN tm_commits AS c ON c.id = r.commit_id',
      `ORDER BY r.run_at DESC, r.run_id DESC LIMIT ${limit}`,
    ),
  );
}

/** What makes a run unlike others; a run can be all of it. */
function note(alias: string): string {
  const parts = [
    `IF(${alias}.complete, NULL, 'incomplete')`,
    `IF(${alias}.infra, 'mostly failed', NULL)`,
    `IF(${alias}.sample, 'sample', NULL)`,
  ];
  return `CONCAT_WS(', ', ${parts.join(', ')})`;
}
