import { type Scope } from '../question';
import { filterConditions } from '../sql/filters';
import { metadataKeyId } from '../sql/metadata-days';
import { and, nested, sql } from '../sql/select';
import { dayBucket, isDayInRange, isLong, RUN_BY_RUN_DAYS } from '../sql/time-range';

/** Sums that the totals of a value and those of all runs both have. */
export type MetadataSum =
  'runs' | 'failed_runs' | 'timed_runs' | 'success' | 'fail' | 'xfail' | 'uxsuccess' | 'unfinished' | 'wall_seconds';

/** The `value_id` of the runs without the key. */
export const NO_VALUE = 0;

/**
 * A subquery with one row a value of a metadata key and group, of a range above a fortnight, in whole UTC days: `value_id`,
 * `grouped`, `newest_at`, and the sums. What all runs have and no value of the key has is of the runs without it, whose newest
 * the totals do not know. Values without runs have no row.
 */
export function metadataSums(
  scope: Scope,
  metadataKey: string,
  groupedBy: 'time' | 'job_id',
  names: readonly MetadataSum[],
): string {
  const group = groupedBy === 'time' ? dayBucket('d.day', scope.range) : 's.job_id';
  const inRange = `${isLong(scope.range, RUN_BY_RUN_DAYS)} AND ${isDayInRange('d.day', scope.range)}`;
  const conditions = and(filterConditions('s', scope.filter));
  const sums = names.map((name) => `SUM(d.${name}) AS ${name}`).join(', ');
  const ofValues = sql(
    `SELECT d.value_id AS value_id, ${group} AS grouped, MAX(d.newest_at) AS newest_at, ${sums}`,
    'FROM tm_metadata_days AS d INNER JOIN tm_series AS s ON s.id = d.series_id',
    `WHERE d.key_id = ${metadataKeyId(metadataKey)} AND ${inRange}${conditions} GROUP BY 1, 2`,
  );
  const ofAll = sql(
    `SELECT ${NO_VALUE}, ${group}, NULL, ${sums}`,
    'FROM tm_job_days AS d INNER JOIN tm_series AS s ON s.id = d.series_id',
    `WHERE ${inRange}${conditions} GROUP BY 1, 2`,
  );
  // Each row of a value once as it is, and once to be taken from all.
  const signed = sql(
    `SELECT IF(g.sign > 0, a.value_id, ${NO_VALUE}) AS value_id, a.grouped AS grouped, IF(g.sign > 0, a.newest_at, NULL) AS newest_at,`,
    names.map((name) => `g.sign * a.${name} AS ${name}`).join(', '),
    'FROM (',
    nested(ofValues),
    ') AS a CROSS JOIN (SELECT 1 AS sign UNION ALL SELECT -1) AS g',
  );
  return nested(
    sql(
      `SELECT e.value_id AS value_id, e.grouped AS grouped, MAX(e.newest_at) AS newest_at,`,
      names.map((name) => `SUM(e.${name}) AS ${name}`).join(', '),
      'FROM (',
      nested([signed, ofAll].join('\nUNION ALL\n')),
      ') AS e GROUP BY e.value_id, e.grouped HAVING SUM(e.runs) > 0',
    ),
  );
}

/** The name of a value, alias `v` of `tm_metadata_values` on a left join. */
export const VALUE_NAME = "COALESCE(LEFT(v.value, 500), '(none)')";
