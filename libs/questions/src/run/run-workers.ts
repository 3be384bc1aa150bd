import { type Query, table } from '../question';
import { sql } from '../sql/select';
import { runTimeline } from './run-timeline';
import { nested } from '../sql/select';

/** The workers of a run: how many attempts each ran, how long it was busy, and how long it idled between its first and its last. */
export function runWorkers(run: string | undefined, limit = 200): Query {
  return table(
    sql(
      "SELECT IF(f.worker = '', '(none)', f.worker) AS `Worker`, COUNT(*) AS `Attempts`, SUM(f.stop - f.start) / 1e3 AS `Busy`,",
      '(MAX(f.stop) - MIN(f.start)) / 1e3 AS `From first to last`, GREATEST((MAX(f.stop) - MIN(f.start) - SUM(f.stop - f.start)) / 1e3, 0) AS `Idle`,',
      'MIN(f.start) AS `Started`, MAX(f.stop) AS `Ended`',
      'FROM (',
      nested(runTimeline(run, 300_000).sql),
      ') AS f WHERE f.stop >= f.start GROUP BY f.worker',
      `ORDER BY MAX(f.stop) DESC, f.worker LIMIT ${limit}`,
    ),
  );
}
