import { type Scope } from '../question';
import { filterConditions, type MetadataLiteral, runConditions } from './filters';
import { isEveryValue, metadataValueId } from './metadata-days';
import { and } from './select';
import { isDayInRange, isInRange } from './time-range';

export interface NewestRuns {
  readonly limit: number;
  readonly offset?: number;
  /** Further conditions on the alias `r`. */
  readonly conditions?: readonly string[];
}

/** A subquery with the newest runs in scope, rows of `tm_runs`. */
export function newestRuns(scope: Scope, { limit, offset = 0, conditions = [] }: NewestRuns): string {
  const page = offset === 0 ? `LIMIT ${limit}` : `LIMIT ${limit} OFFSET ${offset}`;
  const [one, ...more] = scope.filter.metadata ?? [];
  // Other conditions leave out runs that the totals count.
  const isKnown = one !== undefined && more.length === 0 && conditions.length === 0;
  const chosen = isKnown ? ofOneValue(scope, one, limit + offset) : runConditions('r', scope.filter);
  return `(SELECT r.* FROM tm_runs AS r WHERE ${isInRange('r.run_at', scope.range)}${and([...chosen, ...conditions])} ORDER BY r.run_at DESC, r.run_id DESC ${page})`;
}

/**
 * Runs with one metadata value: the totals by day say since when there were enough of them, so that nothing older is looked
 * at. A run's own pairs are asked one by one; a join would read all runs that ever had the value.
 */
function ofOneValue({ filter, range }: Scope, one: MetadataLiteral, enough: number): string[] {
  const days = [
    'SELECT d.day AS day, SUM(SUM(d.runs)) OVER (ORDER BY d.day DESC) - SUM(d.runs) AS newer',
    'FROM tm_metadata_days AS d INNER JOIN tm_series AS s ON s.id = d.series_id',
    `WHERE d.value_id = ${metadataValueId(one)} AND ${isDayInRange('d.day', range)}${and(filterConditions('s', filter))} GROUP BY d.day`,
  ].join(' ');
  const since = `(SELECT MIN(e.day) FROM (${days}) AS e WHERE e.newer < ${enough})`;
  const holds = `(SELECT COUNT(*) FROM run_metadata AS m WHERE m.run_id = r.run_id AND m.\`key\` = ${one.key} AND m.value = ${one.value}) > 0`;
  return [
    ...filterConditions('r', filter),
    `r.run_at >= COALESCE(${since}, ${range.from})`,
    one.mayBeAll === true ? `(${isEveryValue(one)} OR ${holds})` : holds,
  ];
}
