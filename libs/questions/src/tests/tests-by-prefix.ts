import { type Query, type Scope, table } from '../question';
import { countedTests } from '../sql/counted-tests';
import { hasMetadata, unlessEverything } from '../sql/filters';
import { fewRunsNote, rate } from '../sql/outcome';
import { pageSums } from '../sql/page-sums';
import { type After, isBehind, placeColumn, type PlacePart } from '../sql/place';
import { and, nested, sql } from '../sql/select';
import { stateConditions } from '../sql/test-states';
import { nameConditions, type TestFilter } from '../sql/tests';

export interface TestPage {
  readonly tests?: TestFilter;
  readonly limit?: number;
  /** Tests of earlier pages; SQL where a dashboard's variable says it, which LIMIT does not take. */
  readonly offset?: number | string;
  readonly after?: After;
}

/** So many tests are most of what a job has: all are then added up, which costs less than looking for each test. */
const MANY = 300;

/** Names are shown, and so known to whoever asks for the next page, up to a thousand characters. */
const ORDER: readonly PlacePart[] = [{ sql: 'LEFT(p.name, 1000)', type: 'text' }, { sql: 'p.test_id' }];

/** The same of the rows that are shown. */
const SHOWN_ORDER: readonly PlacePart[] = [{ sql: 'LEFT(n.test_id, 1000)', type: 'text' }, { sql: 'n.id' }];

const MEASURES = ['passed', 'failed', 'skipped', 'flaky', 'timed', 'seconds'] as const;

/**
 * A page of tests by name, with what they did in the range. Only the page's tests are added up, so that a page of thousands
 * of tests costs what any page costs.
 */
export function testsByPrefix(scope: Scope, { tests = {}, limit = 100, offset = 0, after }: TestPage = {}): Query {
  const executed = '(f.passed + f.failed)';
  const isCounted = limit >= MANY || hasMetadata(scope.filter);
  const found = page(scope, tests, limit, after === undefined ? `p.place > ${offset}` : behind(after));
  return table(
    sql(
      `SELECT LEFT(n.test_id, 1000) AS \`Test\`, f.test_id AS test_key, f.passed AS \`Passed\`, f.failed AS \`Failed\`, f.skipped AS \`Skipped\`,`,
      `f.flaky AS \`Flaky\`, ${rate('f.failed', executed)} AS \`Failure rate\`, ${rate('f.seconds', 'f.timed')} AS \`Mean duration\`,`,
      `IF(${executed} + f.skipped = 0, 'not run', ${fewRunsNote(executed)}) AS \`Note\`, f.found AS \`Tests found\`${placeColumn(SHOWN_ORDER, after)}`,
      'FROM (',
      nested(isCounted ? ofCounted(scope, found, tests) : pageSums(scope, found, ['found', 'place'])),
      `) AS f STRAIGHT_JOIN tests AS n ON n.id = f.test_id ORDER BY f.place LIMIT ${limit}`,
    ),
  );
}

/** All tests are added up and those of the page are taken from them; metadata are known of single runs only. */
function ofCounted(scope: Scope, found: string, tests: TestFilter): string {
  const sums = MEASURES.map((name) => `COALESCE(f.${name}, 0) AS ${name}`);
  return sql(
    'WITH page AS (',
    nested(found),
    ')',
    `SELECT p.test_id AS test_id, p.found AS found, p.place AS place, ${sums.join(', ')}`,
    'FROM page AS p LEFT JOIN (',
    countedTests(scope, 'page', tests, MEASURES, { wholeRuns: true }),
    ') AS f ON f.test_id = p.test_id',
  );
}

function behind(after: After): string {
  return isBehind(ORDER, after).join('') || '1=1';
}

/** `test_id`, its `place` among all that were `found`, and how many those are. */
function page(scope: Scope, tests: TestFilter, limit: number, condition: string): string {
  const conditions = `WHERE 1=1${and([...nameConditions('n', tests), ...seenInScope(scope)])}`;
  const found = sql(
    // A window without an order would make a second table of all names.
    `SELECT n.id AS test_id, n.test_id AS name, (SELECT COUNT(*) FROM tests AS n ${conditions}) AS found, ROW_NUMBER() OVER (ORDER BY n.test_id, n.id) AS place`,
    `FROM tests AS n ${conditions}`,
  );
  return sql(
    'SELECT p.test_id AS test_id, p.place AS place, p.found AS found FROM (',
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
