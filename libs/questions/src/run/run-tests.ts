import { type Status } from '../model/question';
import { type Query, table } from '../question';
import { runKey } from '../sql/one-run';
import { rate } from '../sql/outcome';
import { and, nested, sql } from '../sql/select';
import { durationSeconds } from '../sql/test-run-sums';
import { nameConditions, type TestFilter } from '../sql/tests';
import { exactMillis, isFailed, outcomeWord } from '../sql/words';
import { workerOf } from './worker';

export interface RunTestsOptions {
  readonly tests?: TestFilter;
  /** Empty: all. */
  readonly statuses?: readonly Status[];
  readonly limit?: number;
  readonly offset?: number;
}

/**
 * The tests of one run, failed ones first and then the longest, each beside what it usually takes: the mean of its
 * passes in the same job, project, branch and queue in the 30 days up to the run.
 */
export function runTests(
  run: string | undefined,
  { tests = {}, statuses = [], limit = 1000, offset = 0 }: RunTestsOptions = {},
): Query {
  const key = runKey(run);
  const status = statuses.length === 0 ? [] : [`t.status IN (${statuses.map((name) => `'${name}'`).join(', ')})`];
  const own = sql(
    `SELECT t.*, ${durationSeconds('t')} AS seconds, n.test_id AS name`,
    'FROM test_runs AS t INNER JOIN tests AS n ON n.id = t.test_id',
    `WHERE t.run_id = ${key}${and([...status, ...nameConditions('n', tests)])}`,
    `ORDER BY ${isFailed('t.status')} DESC, t.tm_flaky DESC, seconds DESC, t.test_id LIMIT ${limit}${offset > 0 ? ` OFFSET ${offset}` : ''}`,
  );
  const usual = rate('h.seconds', 'h.timed');
  const started = 'TIMESTAMPADD(MICROSECOND, f.start_time_microsecond, CAST(f.start_time AS DATETIME(6)))';
  return table(
    sql(
      `SELECT LEFT(f.name, 1000) AS \`Test\`, f.test_id AS test_key, ${outcomeWord('f.status', 'f.tm_flaky')} AS \`Outcome\`, f.seconds AS \`Duration\`,`,
      `${usual} AS \`Usual duration\`, f.seconds / NULLIF(${usual}, 0) AS \`Times usual\`, h.timed AS \`Usual passes\`, f.tm_attempts AS \`Attempts\`,`,
      `${exactMillis(started)} AS \`Started\`, ${workerOf('l')} AS \`Worker\`, COALESCE(x.message, '') AS \`Message\``,
      'FROM (',
      nested(own),
      ') AS f LEFT JOIN (',
      nested(usualTimes(key)),
      ') AS h ON h.test_id = f.test_id LEFT JOIN tm_label_sets AS l ON l.id = f.tm_label_set_id',
      'LEFT JOIN tm_failures AS x ON x.run_id = f.run_id AND x.test_id = f.test_id',
      `ORDER BY ${isFailed('f.status')} DESC, f.tm_flaky DESC, f.seconds DESC, f.test_id LIMIT ${limit}`,
    ),
  );
}

/** Day by day through the key of the totals, as a range of days could not be read for a series that is looked up. */
function usualTimes(key: string): string {
  return sql(
    'SELECT d.test_id AS test_id, SUM(d.passed_timed) AS timed, SUM(d.passed_seconds) AS seconds',
    'FROM tm_runs AS r INNER JOIN tm_job_days AS e ON e.series_id = r.series_id AND e.day >= r.day - INTERVAL 30 DAY AND e.day <= r.day',
    'INNER JOIN tm_test_days AS d ON d.series_id = e.series_id AND d.day = e.day',
    `WHERE r.run_id = ${key} GROUP BY d.test_id`,
  );
}
