import { type Status } from '../model/question';
import { type Query, type Scope, table } from '../question';
import { failureConditions } from '../sql/filters';
import { type After, isBehind, placeColumn, type PlacePart } from '../sql/place';
import { and, nameOf, nested, sql } from '../sql/select';
import { testConditions, type TestFilter } from '../sql/tests';
import { isInRange } from '../sql/time-range';
import { isFailed, millis, outcomeWord, testName } from '../sql/words';

export interface FailureFilter {
  readonly tests?: TestFilter;
  /** Empty: all that count as failed. */
  readonly statuses?: readonly Status[];
  readonly after?: After;
}

/** Which rows of `tm_failures` are meant; flakes that passed in the end are not, unless a status asks for them. */
export function failuresIn(scope: Scope, { tests = {}, statuses = [] }: FailureFilter): string {
  const status =
    statuses.length === 0 ? isFailed('x.status') : `x.status IN (${statuses.map((name) => `'${name}'`).join(', ')})`;
  return `${isInRange('x.run_at', scope.range)} AND ${status}${and([...failureConditions('x', 's', scope.filter), ...testConditions('x.test_id', tests)])}`;
}

/** As the index on the time has them, read from its end: so that the newest are found without sorting all. */
export const NEWEST_FIRST = 'ORDER BY x.run_at DESC, x.series_id DESC, x.test_id DESC';

function orderOf(alias: string): readonly PlacePart[] {
  return [
    { sql: `${alias}.run_at`, type: 'time', descending: true },
    { sql: `${alias}.series_id`, descending: true },
    { sql: `${alias}.test_id`, descending: true },
    { sql: `${alias}.run_id`, descending: true },
  ];
}

/**
 * The newest failed test runs of all jobs, with the first line of what went wrong. They are found in the index alone; the
 * lines are read of those that are shown.
 */
export function latestFailures(scope: Scope, limit = 100, filter: FailureFilter = {}): Query {
  const newest = sql(
    'SELECT x.run_id, x.test_id, x.series_id, x.run_at, x.status, x.flaky',
    'FROM tm_failures AS x INNER JOIN tm_series AS s ON s.id = x.series_id',
    `WHERE ${failuresIn(scope, filter)}${and(isBehind(orderOf('x'), filter.after))}`,
    // Whoever asks page by page needs an order without ties, which the index does not have.
    `${NEWEST_FIRST}${filter.after === undefined ? '' : ', x.run_id DESC'} LIMIT ${limit}`,
  );
  return table(
    sql(
      `SELECT ${millis('f.run_at')} AS time, ${testName('n')} AS \`Test\`, n.id AS test_key, ${nameOf('j')} AS \`Job\`, j.id AS job_key,`,
      `${nameOf('b')} AS \`Branch\`, ${outcomeWord('f.status', 'f.flaky')} AS \`Outcome\`, COALESCE(x.message, '') AS \`Message\`, u.uuid AS run_key, u.artifacts AS \`Logs\`${placeColumn(orderOf('f'), filter.after)}`,
      'FROM (',
      nested(newest),
      ') AS f INNER JOIN tm_series AS s ON s.id = f.series_id INNER JOIN tests AS n ON n.id = f.test_id',
      'INNER JOIN tm_jobs AS j ON j.id = s.job_id INNER JOIN tm_branches AS b ON b.id = s.branch_id',
      'INNER JOIN runs AS u ON u.id = f.run_id INNER JOIN tm_failures AS x ON x.run_id = f.run_id AND x.test_id = f.test_id',
      `ORDER BY f.run_at DESC, f.series_id DESC, f.test_id DESC, f.run_id DESC LIMIT ${limit}`,
    ),
  );
}
