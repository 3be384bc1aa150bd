import { type Query, type Scope, table } from '../question';
import { hasMetadata } from '../sql/filters';
import { newestRuns } from '../sql/newest-runs';
import { executedOf, fewRunsNote, rate, wilsonLower } from '../sql/outcome';
import { type After, isBehind, placeColumn, type PlacePart } from '../sql/place';
import { and, nested, sql } from '../sql/select';
import { millis } from '../sql/words';
import { runsWithValue, VALUE } from './metadata-runs';
import { metadataSums, NO_VALUE, VALUE_NAME } from './metadata-sums';

const OUTCOMES = ['success', 'fail', 'xfail', 'uxsuccess', 'unfinished'] as const;
const SUMS = ['runs', 'failed_runs', 'wall_seconds', ...OUTCOMES] as const;

/** So many of the newest runs are looked through for one without the key: totals do not know when it was. */
const RUNS_LOOKED_THROUGH = 1000;

const ORDER: readonly PlacePart[] = [
  { sql: wilsonLower('f.failed_runs', 'f.runs'), descending: true },
  { sql: 'f.runs', descending: true },
  { sql: 'f.value', type: 'text' },
];

/** Runs by the values of a metadata key, the surest failing ones first. */
export function metadataGroups(scope: Scope, metadataKey: string, limit = 200, after?: After): Query {
  const groups = hasMetadata(scope.filter)
    ? runByRun(scope, metadataKey)
    : sql(runByRun(scope, metadataKey), 'UNION ALL', byDay(scope, metadataKey));
  return table(
    sql(
      'SELECT f.value AS `Value`, f.jobs AS `Jobs`, f.runs AS `Runs`, f.failed_runs AS `Failed`,',
      `${rate('f.failed_runs', 'f.runs')} AS \`Failure rate\`, ${wilsonLower('f.failed_runs', 'f.runs')} AS \`At least\`, ${executedOf('f')} AS \`Tests run\`,`,
      `${rate('f.wall_seconds', 'f.runs')} AS \`Mean run time\`, ${millis('f.newest')} AS \`Newest run\`, ${fewRunsNote('f.runs')} AS \`Note\`${placeColumn(ORDER, after)}`,
      'FROM (',
      nested(groups),
      `) AS f WHERE 1=1${and(isBehind(ORDER, after))} ORDER BY \`At least\` DESC, f.runs DESC, f.value LIMIT ${limit}`,
    ),
  );
}

function runByRun(scope: Scope, metadataKey: string): string {
  return sql(
    `SELECT ${VALUE} AS value, COUNT(DISTINCT r.job_id) AS jobs, MAX(r.run_at) AS newest,`,
    'COUNT(*) AS runs, SUM(r.failed) AS failed_runs, SUM(r.wall_seconds) AS wall_seconds,',
    OUTCOMES.map((name) => `SUM(r.${name}) AS ${name}`).join(', '),
    `FROM ${runsWithValue(scope, metadataKey)} GROUP BY 1`,
  );
}

function byDay(scope: Scope, metadataKey: string): string {
  const values = sql(
    'SELECT h.value_id AS value_id, COUNT(*) AS jobs, MAX(h.newest_at) AS newest,',
    SUMS.map((name) => `SUM(h.${name}) AS ${name}`).join(', '),
    'FROM (',
    metadataSums(scope, metadataKey, 'job_id', SUMS),
    ') AS h GROUP BY h.value_id',
  );
  const newest = `IF(i.value_id = ${NO_VALUE}, ${newestWithout(scope, metadataKey)}, i.newest)`;
  return sql(
    `SELECT ${VALUE_NAME} AS value, i.jobs, ${newest}, ${SUMS.map((name) => `i.${name}`).join(', ')}`,
    'FROM (',
    nested(values),
    ') AS i LEFT JOIN tm_metadata_values AS v ON v.id = i.value_id',
  );
}

/** NULL where it is further back than is looked. */
function newestWithout(scope: Scope, metadataKey: string): string {
  const runs = newestRuns(scope, { limit: RUNS_LOOKED_THROUGH });
  return `(SELECT MAX(r.run_at) FROM ${runs} AS r LEFT JOIN run_metadata AS m ON m.run_id = r.run_id AND m.\`key\` = ${metadataKey} AND m.value <> '' WHERE m.run_id IS NULL)`;
}
