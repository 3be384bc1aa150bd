import { type Query, type Scope, table } from '../question';
import { rate } from '../sql/outcome';
import { type Measure, runFacts } from '../sql/run-facts';
import { sql } from '../sql/select';

/** In the order in which people look: what went wrong first. */
const OUTCOMES = ['fail', 'uxsuccess', 'unfinished', 'success', 'xfail', 'skip'] as const satisfies readonly Measure[];

/** Test runs by outcome, with each one's share of all. */
export function countsByOutcome(scope: Scope): Query {
  const total = OUTCOMES.map((outcome) => `f.${outcome}`).join(' + ');
  return table(
    sql(
      'WITH f AS (',
      `SELECT ${OUTCOMES.map((outcome) => `SUM(u.${outcome}) AS ${outcome}`).join(', ')} FROM (`,
      runFacts(scope, [], OUTCOMES),
      ') AS u HAVING SUM(u.success) IS NOT NULL)',
      'SELECT o.outcome AS `Outcome`, o.n AS `Test runs`, o.share AS `Share`, o.total AS `Of` FROM (',
      OUTCOMES.map(
        (outcome, place) =>
          `SELECT '${outcome}' AS outcome, f.${outcome} AS n, ${rate(`f.${outcome}`, `(${total})`)} AS share, ${total} AS total, ${place} AS place FROM f`,
      ).join('\nUNION ALL\n'),
      ') AS o WHERE o.n > 0 ORDER BY o.place LIMIT 10',
    ),
  );
}
