import { type Query, type Scope, table } from '../question';
import { countedTests } from '../sql/counted-tests';
import { fewRunsNote, rate } from '../sql/outcome';
import { type After, isBehind, placeColumn, type PlacePart } from '../sql/place';
import { and, nested, sql } from '../sql/select';
import { unlessEverything } from '../sql/filters';
import { stateConditions } from '../sql/test-states';
import { nameConditions, type TestFilter } from '../sql/tests';

export interface TestPage {
  readonly tests?: TestFilter;
  readonly limit?: number;
  /** Tests of earlier pages; SQL where a dashboard's variable says it, which LIMIT does not take. */
  readonly offset?: number | string;
  readonly after?: After;
}

/** So many tests are most of what a run has: the runs are then read whole, which costs less than looking for each test. */
const MANY = 300;

/** Names are shown, and so known to whoever asks for the next page, up to a thousand characters. */
const ORDER: readonly PlacePart[] = [{ sql: 'LEFT(p.name, 1000)', type: 'text' }, { sql: 'p.test_id' }];

/**
 * A page of tests by name, with what they did in the range. In a range of two days only the page's tests are
 * added up, so that a page of thousands of tests costs what any page costs.
 */
export function testsByPrefix(scope: Scope, { tests = {}, limit = 100, offset = 0, after }: TestPage = {}): Query {
  const executed = '(f.passed + f.failed)';
  return table(
    sql(
      'WITH page AS (',
      nested(page(scope, tests, limit, after === undefined ? `p.place > ${offset}` : behind(after))),
      ')',
      'SELECT LEFT(p.name, 1000) AS `Test`, p.test_id AS test_key, COALESCE(f.passed, 0) AS `Passed`, COALESCE(f.failed, 0) AS `Failed`, COALESCE(f.skipped, 0) AS `Skipped`,',
      `COALESCE(f.flaky, 0) AS \`Flaky\`, ${rate('f.failed', executed)} AS \`Failure rate\`, ${rate('f.seconds', 'f.timed')} AS \`Mean duration\`,`,
      `IF(f.test_id IS NULL, 'not run', ${fewRunsNote(executed)}) AS \`Note\`, p.found AS \`Tests found\`${placeColumn(ORDER, after)}`,
      'FROM page AS p LEFT JOIN (',
      countedTests(scope, 'page', tests, ['passed', 'failed', 'skipped', 'flaky', 'timed', 'seconds'], {
        wholeRuns: limit >= MANY,
      }),
      `) AS f ON f.test_id = p.test_id ORDER BY p.name, p.test_id LIMIT ${limit}`,
    ),
  );
}

function behind(after: After): string {
  return isBehind(ORDER, after).join('') || '1=1';
}

function page(scope: Scope, tests: TestFilter, limit: number, condition: string): string {
  const found = sql(
    'SELECT n.id AS test_id, n.test_id AS name, COUNT(*) OVER () AS found, ROW_NUMBER() OVER (ORDER BY n.test_id, n.id) AS place',
    `FROM tests AS n WHERE 1=1${and([...nameConditions('n', tests), ...seenInScope(scope)])}`,
  );
  return sql(
    'SELECT p.test_id AS test_id, p.name AS name, p.found AS found FROM (',
    nested(found),
    `) AS p WHERE ${condition} ORDER BY p.place LIMIT ${limit}`,
  );
}

/** With a job or branch chosen only tests that it ever ran are listed. */
function seenInScope(scope: Scope): string[] {
  const conditions = stateConditions('st', scope.filter);
  if (conditions.length === 0) return [];
  const isSeen = `n.id IN (SELECT st.test_id FROM tm_test_states AS st WHERE 1=1${and(conditions)})`;
  return [unlessEverything(scope.filter, isSeen)];
}
