import { type Query, table } from '../question';
import { runKey } from '../sql/one-run';
import { nested, sql } from '../sql/select';
import { exactMillis, isFailed, testName } from '../sql/words';
import { workerOf } from './worker';

/** Every attempt of a run with its times, in the order in which they began; those without a start come last. */
export function runTimeline(run: string | undefined, limit = 20_000): Query {
  const key = runKey(run);
  const moment = (name: 'start' | 'stop') =>
    `TIMESTAMPADD(MICROSECOND, t.${name}_time_microsecond, CAST(t.${name}_time AS DATETIME(6)))`;
  const attempts = sql(
    `SELECT t.test_id AS test_id, 1 AS attempt, t.status AS status, t.tm_flaky AS flaky, ${moment('start')} AS started_at, ${moment('stop')} AS stopped_at, t.tm_label_set_id AS label_set_id`,
    `FROM test_runs AS t WHERE t.run_id = ${key} AND t.tm_attempts < 2`,
    'UNION ALL',
    'SELECT a.test_id, a.attempt, a.status, t.tm_flaky, a.started_at, a.stopped_at, a.label_set_id',
    'FROM test_runs AS t INNER JOIN tm_attempts AS a ON a.run_id = t.run_id AND a.test_id = t.test_id',
    `WHERE t.run_id = ${key} AND t.tm_attempts > 1`,
  );
  return table(
    sql(
      `SELECT ${testName('n')} AS test, n.id AS test_key, f.attempt AS attempt, f.status AS status, f.flaky AS flaky,`,
      `${exactMillis('f.started_at')} AS start, ${exactMillis('f.stopped_at')} AS stop, ${workerOf('l')} AS worker, COALESCE(LEFT(l.tags, 1000), '') AS tags, COALESCE(x.message, '') AS message`,
      'FROM (',
      nested(attempts),
      ') AS f INNER JOIN tests AS n ON n.id = f.test_id LEFT JOIN tm_label_sets AS l ON l.id = f.label_set_id',
      `LEFT JOIN tm_failures AS x ON x.run_id = ${key} AND x.test_id = f.test_id AND ${isFailed('f.status')}`,
      `ORDER BY f.started_at IS NULL, f.started_at, f.test_id, f.attempt LIMIT ${limit}`,
    ),
  );
}
