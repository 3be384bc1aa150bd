import { type Scope } from '../question';
import { countedTests } from './counted-tests';
import { failureConditions, filterConditions, hasMetadata, metadataConditions } from './filters';
import { fewRunsNote, rate, wilsonLower } from './outcome';
import { type After, isBehind, placeColumn, type PlacePart } from './place';
import { and, nameOf, nested, sql } from './select';
import { FAILED_STATUSES } from './test-run-sums';
import { testConditions, type TestFilter } from './tests';
import { epochSeconds, isInRange, isShort, TEST_BY_TEST_DAYS } from './time-range';

/** What tests are ranked by. */
export interface Ranking {
  /** Which of the sparse failure rows (alias `x`) count. */
  readonly occurrence: string;
  readonly measure: 'failed' | 'flaky';
  /** Headings of the count, its rate and the time of the newest. */
  readonly headings: { readonly count: string; readonly rate: string; readonly newest: string };
}

export const FAILING: Ranking = {
  occurrence: `x.status IN ${FAILED_STATUSES}`,
  measure: 'failed',
  headings: { count: 'Failed', rate: 'Failure rate', newest: 'Last failed' },
};

export const FLAKY: Ranking = {
  occurrence: 'x.flaky = 1',
  measure: 'flaky',
  headings: { count: 'Flaky', rate: 'Flake rate', newest: 'Last flaky' },
};

/** Which tests are ranked at all: all of them, where nothing is said. */
export interface RankOptions {
  readonly tests?: TestFilter;
  readonly minRuns?: number;
  readonly after?: After;
}

/** For each test that is shown, so many with the most occurrences are looked at closely; the rest cannot come far. */
const CANDIDATES_A_ROW = 3;

/**
 * Tests ranked by the lower end of a rate's interval. In a range of two days failures are few: their own table names
 * the candidates, and only for those is counted how often they ran. In a longer one the totals by day and month rank all
 * tests, at a price that no number of failures raises.
 */
export function rankedTests(scope: Scope, ranking: Ranking, limit: number, options: RankOptions = {}): string {
  const { count, rate: share, newest } = ranking.headings;
  const { tests = {}, minRuns = 0, after } = options;
  const executed = '(f.passed + f.failed)';
  const part = `f.${ranking.measure}`;
  const measures = ['passed', 'failed', ...(ranking.measure === 'flaky' ? (['flaky'] as const) : [])] as const;
  const columns = ['test_id', ...measures].map((name) => `f.${name}`);
  const order: readonly PlacePart[] = [
    { sql: wilsonLower(part, executed), descending: true },
    { sql: part, descending: true },
    { sql: 'f.test_id', isKey: true },
  ];
  const shown = sql(
    `SELECT ${columns.join(', ')} FROM (`,
    countedTests(scope, 'candidates', tests, measures),
    `) AS f WHERE ${part} > 0 AND ${executed} >= ${minRuns}${and(isBehind(order, after))} ORDER BY ${wilsonLower(part, executed)} DESC, ${part} DESC, f.test_id LIMIT ${limit}`,
  );
  const occurrences = sql(
    `SELECT ${columns.join(', ')}, MAX(IF(s.id IS NULL, NULL, f.newest)) AS newest, COUNT(DISTINCT s.job_id) AS jobs, MIN(${nameOf('j')}) AS name`,
    'FROM (',
    nested(newestBySeries(scope, ranking, columns, shown)),
    ') AS f LEFT JOIN (tm_series AS s INNER JOIN tm_jobs AS j ON j.id = s.job_id)',
    `ON s.id = f.series_id${and(filterConditions('s', scope.filter))}`,
    `GROUP BY ${columns.join(', ')}`,
  );
  return sql(
    candidates(scope, ranking, tests, CANDIDATES_A_ROW * limit),
    `SELECT LEFT(n.test_id, 1000) AS \`Test\`, n.id AS test_key, ${jobsOf('f')} AS \`Job\`, ${part} AS \`${count}\`, ${executed} AS \`Runs\`,`,
    `${rate(part, executed)} AS \`${share}\`, ${wilsonLower(part, executed)} AS \`At least\`,`,
    `${epochSeconds('f.newest')} * 1000 AS \`${newest}\`, ${fewRunsNote(executed)} AS \`Note\`${placeColumn(order, after)}`,
    'FROM (',
    nested(occurrences),
    ') AS f INNER JOIN tests AS n ON n.id = f.test_id',
    `ORDER BY \`At least\` DESC, ${part} DESC, n.id LIMIT ${limit}`,
  );
}

/** Occurrences are many and series few: what a series says is asked once for each. */
function newestBySeries(scope: Scope, { occurrence }: Ranking, columns: readonly string[], shown: string): string {
  const conditions = [isInRange('x.run_at', scope.range), occurrence, ...metadataConditions('x.run_id', scope.filter)];
  return sql(
    `SELECT ${columns.join(', ')}, x.series_id AS series_id, MAX(x.run_at) AS newest`,
    'FROM (',
    nested(shown),
    `) AS f LEFT JOIN tm_failures AS x ON x.test_id = f.test_id AND ${conditions.join(' AND ')}`,
    `GROUP BY ${columns.join(', ')}, x.series_id`,
  );
}

function occurred({ range, filter }: Scope, { occurrence }: Ranking): string {
  return `${isInRange('x.run_at', range)} AND ${occurrence}${and(failureConditions('x', 's', filter))}`;
}

function candidates(scope: Scope, ranking: Ranking, tests: TestFilter, limit: number): string {
  // In a longer range all tests are counted.
  const isShortEnough = hasMetadata(scope.filter) ? '' : `${isShort(scope.range, TEST_BY_TEST_DAYS)} AND `;
  return sql(
    'WITH candidates AS (',
    nested(
      sql(
        'SELECT x.test_id AS test_id FROM tm_failures AS x INNER JOIN tm_series AS s ON s.id = x.series_id',
        `WHERE ${isShortEnough}${occurred(scope, ranking)}${and(testConditions('x.test_id', tests))}`,
        `GROUP BY x.test_id ORDER BY COUNT(*) DESC, x.test_id LIMIT ${limit}`,
      ),
    ),
    ')',
  );
}

function jobsOf(alias: string): string {
  return `IF(${alias}.jobs = 1, ${alias}.name, CONCAT(${alias}.jobs, ' jobs'))`;
}
