import { type Query, type Scope, series } from '../question';
import { runFacts } from '../sql/run-facts';
import { sql } from '../sql/select';

/** Seconds spent in tests (the sum over workers) and on the clock, a time bucket. */
export function timeSpentOverTime(scope: Scope): Query {
  return series(
    sql(
      'SELECT f.time AS time, f.run_seconds AS `In tests`, f.wall_seconds AS `On the clock`',
      'FROM (',
      runFacts(scope, ['time'], ['run_seconds', 'wall_seconds']),
      ') AS f ORDER BY f.time LIMIT 2000',
    ),
  );
}
