import { type Query, table } from '../question';
import { isOneOfRuns } from '../sql/one-run';
import { executedOf, failedOf, passedOf, rate } from '../sql/outcome';
import { nameOf, sql } from '../sql/select';
import { millis, runNote } from '../sql/words';

/** The days before a run from which its job's usual time is taken. */
const USUAL_DAYS = 30;

/** What there is to say about one run, or a few: a row each, in the order in which they began. */
export function runSummary(runs: readonly string[], limit = 10): Query {
  const usual = `(SELECT ${rate('SUM(d.wall_seconds)', 'SUM(d.runs)')} FROM tm_job_days AS d WHERE d.series_id = r.series_id AND d.day >= r.day - INTERVAL ${USUAL_DAYS} DAY AND d.day <= r.day)`;
  return table(
    sql(
      `SELECT ${millis('r.run_at')} AS time, u.uuid AS run_key, IF(r.failed, 'failed', 'passed') AS \`Result\`, ${nameOf('j')} AS \`Job\`, j.id AS job_key,`,
      `${nameOf('p')} AS \`Project\`, p.id AS project_key, ${nameOf('b')} AS \`Branch\`, b.id AS branch_key, ${nameOf('q')} AS \`Queue\`, c.name AS \`Commit\`,`,
      `${executedOf('r')} AS \`Tests run\`, ${passedOf('r')} AS \`Passed\`, ${failedOf('r')} AS \`Failed\`, r.skip AS \`Skipped\`, r.flaky AS \`Flaky\`, r.unfinished AS \`Unfinished\`,`,
      `${rate(failedOf('r'), executedOf('r'))} AS \`Failure rate\`, r.wall_seconds AS \`Run time\`, ${usual} AS \`Usual run time\`, r.run_seconds AS \`In tests\`,`,
      `${millis('r.received_at')} AS \`Received\`, ${runNote('r')} AS \`Note\`, u.artifacts AS \`Logs\``,
      'FROM tm_runs AS r INNER JOIN runs AS u ON u.id = r.run_id INNER JOIN tm_jobs AS j ON j.id = r.job_id',
      'INNER JOIN tm_projects AS p ON p.id = r.project_id INNER JOIN tm_branches AS b ON b.id = r.branch_id',
      'INNER JOIN tm_queues AS q ON q.id = r.queue_id INNER JOIN tm_commits AS c ON c.id = r.commit_id',
      `WHERE ${isOneOfRuns('r.run_id', runs)} ORDER BY r.run_at, r.run_id LIMIT ${limit}`,
    ),
  );
}
