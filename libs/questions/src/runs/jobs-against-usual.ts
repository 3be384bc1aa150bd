import { type Query, type Scope, table } from '../question';
import { filterConditions } from '../sql/filters';
import { fewRunsNote, rate, wilsonLower } from '../sql/outcome';
import { runFacts } from '../sql/run-facts';
import { and, nameOf, nested, sql } from '../sql/select';

/** How long before the range the usual is taken from. */
const USUAL_DAYS = 28;

/** Jobs whose failure rate in the range lies most surely above what it was in the four weeks before. */
export function jobsAgainstUsual(scope: Scope, limit = 50, minRuns = 1): Query {
  const { from } = scope.range;
  const usual = sql(
    'SELECT s.job_id AS job_id, SUM(d.runs) AS runs, SUM(d.failed_runs) AS failed_runs',
    'FROM tm_job_days AS d INNER JOIN tm_series AS s ON s.id = d.series_id',
    `WHERE d.day >= DATE(${from}) - INTERVAL ${USUAL_DAYS} DAY AND d.day < DATE(${from})${and(filterConditions('s', scope.filter))}`,
    'GROUP BY s.job_id',
  );
  return table(
    sql(
      `SELECT ${nameOf('j')} AS \`Job\`, j.id AS job_key, f.failed_runs AS \`Failed\`, f.runs AS \`Runs\`, ${rate('f.failed_runs', 'f.runs')} AS \`Failure rate\`,`,
      `${rate('p.failed_runs', 'p.runs')} AS \`Usual rate\`, p.runs AS \`Usual runs\`,`,
      `${wilsonLower('f.failed_runs', 'f.runs')} - ${rate('p.failed_runs', 'p.runs')} AS \`Surely above\`, ${fewRunsNote('f.runs')} AS \`Note\``,
      'FROM (',
      runFacts(scope, ['job_id'], ['runs', 'failed_runs']),
      ') AS f INNER JOIN (',
      nested(usual),
      ') AS p ON p.job_id = f.job_id INNER JOIN tm_jobs AS j ON j.id = f.job_id',
      `WHERE f.runs >= ${minRuns} AND p.runs > 0 ORDER BY \`Surely above\` DESC, j.id LIMIT ${limit}`,
    ),
  );
}
