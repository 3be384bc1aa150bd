import { type Query, type Scope, table } from '../question';
import { executedOf, failedOf } from '../sql/outcome';
import { newestRuns } from '../sql/newest-runs';
import { nameOf, sql } from '../sql/select';
import { millis, runNote } from '../sql/words';

/** Which runs are listed. */
export const RUN_RESULTS = ['all', 'failed', 'passed', 'incomplete', 'infra'] as const;
export type RunResult = (typeof RUN_RESULTS)[number];

const CONDITIONS: Record<RunResult, readonly string[]> = {
  all: [],
  failed: ['r.failed = 1'],
  passed: ['r.failed = 0'],
  incomplete: ['r.complete = 0'],
  infra: ['r.infra = 1'],
};

export interface RunListOptions {
  readonly result?: RunResult;
  readonly offset?: number;
}

/** The newest runs in scope. They are found first and described afterwards, so that a long range costs no more. */
export function recentRuns(scope: Scope, limit = 50, { result = 'all', offset = 0 }: RunListOptions = {}): Query {
  const newest = newestRuns(scope, { limit, offset, conditions: CONDITIONS[result] });
  return table(
    sql(
      `SELECT ${millis('r.run_at')} AS time, u.uuid AS run_key, IF(r.failed, 'failed', 'passed') AS \`Result\`,`,
      `${nameOf('j')} AS \`Job\`, j.id AS job_key, ${nameOf('p')} AS \`Project\`, p.id AS project_key, ${nameOf('b')} AS \`Branch\`, LEFT(c.name, 12) AS \`Commit\`,`,
      `${executedOf('r')} AS \`Tests run\`, ${failedOf('r')} AS \`Failed\`, r.flaky AS \`Flaky\`, r.skip AS \`Skipped\`,`,
      `r.wall_seconds AS \`Run time\`, ${runNote('r')} AS \`Note\`, u.artifacts AS \`Logs\``,
      `FROM ${newest} AS r INNER JOIN runs AS u ON u.id = r.run_id`,
      'INNER JOIN tm_jobs AS j ON j.id = r.job_id INNER JOIN tm_branches AS b ON b.id = r.branch_id',
      'INNER JOIN tm_projects AS p ON p.id = r.project_id INNER JOIN tm_commits AS c ON c.id = r.commit_id',
      `ORDER BY r.run_at DESC, r.run_id DESC LIMIT ${limit}`,
    ),
  );
}
