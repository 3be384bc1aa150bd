import { type Query, type Scope, table } from '../question';
import { filterConditions, runConditions } from '../sql/filters';
import { and, nameOf, nested, sql } from '../sql/select';
import { millis } from '../sql/words';

/** So many days before the end of the range say how often a job normally runs. */
const USUAL_DAYS = 28;

/**
 * Jobs by how many of their usual gaps have passed since their newest run, at the end of the range. A job that ran on
 * one day only has no usual gap.
 */
export function quietJobs(scope: Scope, limit = 50): Query {
  const { to } = scope.range;
  const usual = sql(
    'SELECT s.job_id AS job_id, SUM(d.runs) AS runs, COUNT(DISTINCT d.day) AS days',
    'FROM tm_job_days AS d INNER JOIN tm_series AS s ON s.id = d.series_id',
    `WHERE d.day >= DATE(${to}) - INTERVAL ${USUAL_DAYS} DAY AND d.day < ${to}${and(filterConditions('s', scope.filter))}`,
    'GROUP BY s.job_id HAVING COUNT(DISTINCT d.day) > 1',
  );
  const newest = `(SELECT r.run_at FROM tm_runs AS r WHERE r.job_id = p.job_id AND r.run_at >= DATE(${to}) - INTERVAL ${USUAL_DAYS} DAY AND r.run_at < ${to}${and(runConditions('r', scope.filter))} ORDER BY r.run_at DESC LIMIT 1)`;
  const silent = `TIMESTAMPDIFF(SECOND, f.newest, ${to})`;
  const gap = `${USUAL_DAYS * 86_400} * 1e0 / f.runs`;
  return table(
    sql(
      `SELECT ${nameOf('j')} AS \`Job\`, j.id AS job_key, ${millis('f.newest')} AS \`Newest run\`, ${silent} AS \`Silent for\`,`,
      `${gap} AS \`Usual gap\`, ${silent} / (${gap}) AS \`Gaps missed\`, f.runs AS \`Runs in 28 days\``,
      'FROM (',
      nested(sql(`SELECT p.job_id AS job_id, p.runs AS runs, ${newest} AS newest FROM (`, nested(usual), ') AS p')),
      ') AS f INNER JOIN tm_jobs AS j ON j.id = f.job_id',
      `WHERE f.newest IS NOT NULL ORDER BY \`Gaps missed\` DESC, j.id LIMIT ${limit}`,
    ),
  );
}
