import { type Query, type Scope, table } from '../question';
import { executedOf, fewRunsNote, rate, wilsonLower } from '../sql/outcome';
import { type After, isBehind, placeColumn, type PlacePart } from '../sql/place';
import { runFacts } from '../sql/run-facts';
import { and, nameOf, sql } from '../sql/select';

/** By what runs are put together, with the table of its names. */
const GROUPS = {
  job: { heading: 'Job', table: 'tm_jobs' },
  project: { heading: 'Project', table: 'tm_projects' },
} as const;

/** Jobs with their runs, the surest failing ones first. */
export function jobs(scope: Scope, limit = 200, after?: After): Query {
  return groupsOfRuns('job', scope, limit, after);
}

/** Projects with their runs, the surest failing ones first. */
export function projects(scope: Scope, limit = 200, after?: After): Query {
  return groupsOfRuns('project', scope, limit, after);
}

const ORDER: readonly PlacePart[] = [
  { sql: wilsonLower('f.failed_runs', 'f.runs'), descending: true },
  { sql: 'f.runs', descending: true },
  { sql: 'j.id' },
];

function groupsOfRuns(group: keyof typeof GROUPS, scope: Scope, limit: number, after: After): Query {
  const { heading, table: names } = GROUPS[group];
  return table(
    sql(
      `SELECT ${nameOf('j')} AS \`${heading}\`, j.id AS ${group}_key, f.runs AS \`Runs\`, f.failed_runs AS \`Failed\`,`,
      `${rate('f.failed_runs', 'f.runs')} AS \`Failure rate\`, ${wilsonLower('f.failed_runs', 'f.runs')} AS \`At least\`,`,
      `${executedOf('f')} AS \`Tests run\`, f.run_seconds AS \`In tests\`, ${rate('f.wall_seconds', 'f.runs')} AS \`Mean run time\`,`,
      `${fewRunsNote('f.runs')} AS \`Note\`${placeColumn(ORDER, after)}`,
      'FROM (',
      runFacts(
        scope,
        [`${group}_id`],
        ['runs', 'failed_runs', 'success', 'fail', 'xfail', 'uxsuccess', 'unfinished', 'run_seconds', 'wall_seconds'],
      ),
      `) AS f INNER JOIN ${names} AS j ON j.id = f.${group}_id`,
      `WHERE f.runs > 0${and(isBehind(ORDER, after))}`,
      `ORDER BY \`At least\` DESC, f.runs DESC, j.id LIMIT ${limit}`,
    ),
  );
}
