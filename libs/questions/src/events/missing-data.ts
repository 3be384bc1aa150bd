import { type Query, type Scope, table } from '../question';
import { filterConditions } from '../sql/filters';
import { numberLiteral } from '../sql/literal';
import { and, nested, sql } from '../sql/select';
import { epochSeconds, isInRange } from '../sql/time-range';

/** How long no run may come before it is an event; words, so that they can be chosen in an editor. */
export const GAPS = [
  { value: '1h', label: 'Longer than an hour', seconds: 3600 },
  { value: '6h', label: 'Longer than 6 hours', seconds: 21_600 },
  { value: '1d', label: 'Longer than a day', seconds: 86_400 },
  { value: '7d', label: 'Longer than a week', seconds: 604_800 },
] as const;

/** Stretches of time without a run, also the one that has not ended yet. */
export function missingData(scope: Scope, gap: string, limit: number): Query {
  const seconds = numberLiteral(GAPS.find(({ value }) => value === gap)?.seconds ?? GAPS[1].seconds);
  const runs = sql(
    'SELECT r.run_at AS run_at FROM tm_runs AS r',
    `WHERE ${isInRange('r.run_at', scope.range)}${and(filterConditions('r', scope.filter))}`,
    // The end of the range, as if a run had come then.
    `UNION ALL SELECT LEAST(${scope.range.to}, UTC_TIMESTAMP()) AS run_at`,
  );
  const gaps = sql(
    'SELECT e.run_at AS until, LAG(e.run_at) OVER (ORDER BY e.run_at) AS since FROM (',
    nested(runs),
    ') AS e',
  );
  return table(
    sql(
      `SELECT ${epochSeconds('g.since')} * 1000 AS time, ${epochSeconds('g.until')} * 1000 AS timeend, 'No runs' AS title,`,
      "CONCAT('for ', ROUND(TIMESTAMPDIFF(SECOND, g.since, g.until) / 3600, 1), ' hours') AS text, 'missing data' AS tags",
      'FROM (',
      nested(gaps),
      `) AS g WHERE TIMESTAMPDIFF(SECOND, g.since, g.until) > ${seconds} ORDER BY g.until DESC LIMIT ${limit}`,
    ),
  );
}
