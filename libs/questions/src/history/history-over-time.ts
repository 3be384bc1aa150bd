import { type Query, type Scope, table } from '../question';
import { failureConditions } from '../sql/filters';
import { rate } from '../sql/outcome';
import { and, nested, sql } from '../sql/select';
import { testFacts } from '../sql/test-facts';
import { stateConditions } from '../sql/test-states';
import { nameConditions, testConditions, type TestFilter } from '../sql/tests';
import { isInRange } from '../sql/time-range';
import { testName } from '../sql/words';
import { type HistoryMeasure } from './history-grid';

export interface HistoryOverTimeOptions {
  readonly measure: HistoryMeasure;
  readonly tests: TestFilter;
  readonly limit: number;
}

/** The most cells; a range has some hundred buckets. */
const CELLS = 200_000;

/** One row a cell of tests by buckets of time, with counts. A flaky run counts under its final outcome and once more. */
export function historyOverTime(scope: Scope, { measure, tests, limit }: HistoryOverTimeOptions): Query {
  const rows = measure === 'failing' ? failingTests(scope, tests, limit) : knownTests(scope, tests, limit);
  return table(
    sql(
      'WITH picked_tests AS (',
      nested(rows),
      ')',
      `SELECT ${testName('n')} AS test, n.id AS test_key, f.time * 1000 AS time, f.passed AS passed, f.failed - f.unfinished AS failed, f.flaky AS flaky,`,
      `f.skipped AS skipped, f.unfinished AS unfinished, ${rate('f.seconds', 'f.timed')} AS seconds, NULL AS message`,
      'FROM (',
      testFacts(
        scope,
        { listedIn: 'picked_tests' },
        ['test_id', 'time'],
        ['passed', 'failed', 'flaky', 'skipped', 'unfinished', 'timed', 'seconds'],
      ),
      ') AS f INNER JOIN picked_tests AS k ON k.test_id = f.test_id INNER JOIN tests AS n ON n.id = f.test_id',
      `ORDER BY f.time, k.failures DESC, n.id LIMIT ${CELLS}`,
    ),
  );
}

function failingTests(scope: Scope, tests: TestFilter, limit: number): string {
  return sql(
    'SELECT x.test_id AS test_id, COUNT(*) AS failures',
    'FROM tm_failures AS x INNER JOIN tm_series AS s ON s.id = x.series_id',
    `WHERE ${isInRange('x.run_at', scope.range)}${and([...failureConditions('x', 's', scope.filter), ...testConditions('x.test_id', tests)])}`,
    `GROUP BY x.test_id ORDER BY COUNT(*) DESC, x.test_id LIMIT ${limit}`,
  );
}

/** The first tests by name that were seen in the range or after it. */
function knownTests(scope: Scope, tests: TestFilter, limit: number): string {
  return sql(
    'SELECT n.id AS test_id, 0 AS failures FROM tests AS n',
    `WHERE n.id IN (SELECT st.test_id FROM tm_test_states AS st WHERE st.last_seen >= ${scope.range.from}${and(stateConditions('st', scope.filter))})${and(nameConditions('n', tests))}`,
    `ORDER BY n.test_id LIMIT ${limit}`,
  );
}
