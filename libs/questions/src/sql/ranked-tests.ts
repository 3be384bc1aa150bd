import { type Scope } from '../question';
import { failureConditions } from './filters';
import { fewRunsNote, rate, wilsonLower } from './outcome';
import { and, nameOf, nested, sql } from './select';
import { FAILED_STATUSES, testFacts } from './test-facts';
import { testConditions, type TestFilter } from './tests';
import { epochSeconds, isInRange } from './time-range';

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
}

/** So many tests with the most occurrences are looked at closely; the rest cannot come far. */
const CANDIDATES = 100;

/**
 * Tests ranked by the lower end of a rate's interval. Failures are few: their own table names the candidates,
 * and only for those is counted how often they ran.
 */
export function rankedTests(scope: Scope, ranking: Ranking, limit: number, options: RankOptions = {}): string {
  const { count, rate: share, newest } = ranking.headings;
  const executed = '(f.passed + f.failed)';
  const part = `f.${ranking.measure}`;
  return sql(
    'WITH candidates AS (',
    nested(candidates(scope, ranking, options.tests ?? {})),
    ')',
    `SELECT LEFT(n.test_id, 1000) AS \`Test\`, n.id AS test_key, ${jobsOf('c')} AS \`Job\`, ${part} AS \`${count}\`, ${executed} AS \`Runs\`,`,
    `${rate(part, executed)} AS \`${share}\`, ${wilsonLower(part, executed)} AS \`At least\`,`,
    `${epochSeconds('c.newest')} * 1000 AS \`${newest}\`, ${fewRunsNote(executed)} AS \`Note\``,
    'FROM (',
    testFacts(
      scope,
      { listedIn: 'candidates' },
      ['test_id'],
      ['passed', 'failed', ...(ranking.measure === 'flaky' ? (['flaky'] as const) : [])],
    ),
    ') AS f INNER JOIN candidates AS c ON c.test_id = f.test_id INNER JOIN tests AS n ON n.id = f.test_id',
    `WHERE ${part} > 0 AND ${executed} >= ${options.minRuns ?? 0} ORDER BY \`At least\` DESC, ${part} DESC, n.id LIMIT ${limit}`,
  );
}

function candidates(scope: Scope, ranking: Ranking, tests: TestFilter): string {
  return sql(
    `SELECT x.test_id AS test_id, MAX(x.run_at) AS newest, COUNT(DISTINCT s.job_id) AS jobs, MIN(${nameOf('j')}) AS name`,
    'FROM tm_failures AS x INNER JOIN tm_series AS s ON s.id = x.series_id INNER JOIN tm_jobs AS j ON j.id = s.job_id',
    `WHERE ${isInRange('x.run_at', scope.range)} AND ${ranking.occurrence}${and([...failureConditions('x', 's', scope.filter), ...testConditions('x.test_id', tests)])}`,
    `GROUP BY x.test_id ORDER BY COUNT(*) DESC, x.test_id LIMIT ${CANDIDATES}`,
  );
}

function jobsOf(alias: string): string {
  return `IF(${alias}.jobs = 1, ${alias}.name, CONCAT(${alias}.jobs, ' jobs'))`;
}
