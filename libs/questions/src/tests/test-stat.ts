import { type Query, type Scope, table } from '../question';
import { FEW_RUNS, rate } from '../sql/outcome';
import { sql } from '../sql/select';
import { testFacts } from '../sql/test-facts';
import { asTests, type Tests } from '../sql/tests';

/** One figure about one test in scope; the column `label` says what the figure stands on. */
export const TEST_STATS = ['runs', 'failure_rate', 'flake_rate', 'mean_duration'] as const;
export type TestStat = (typeof TEST_STATS)[number];

const EXECUTED = '(f.passed + f.failed)';

const FIGURES: Record<TestStat, { readonly value: string; readonly label: string }> = {
  runs: { value: EXECUTED, label: "CONCAT(FORMAT(f.skipped, 0), ' more skipped')" },
  failure_rate: { value: rate('f.failed', EXECUTED), label: shareLabel('f.failed') },
  flake_rate: { value: rate('f.flaky', EXECUTED), label: shareLabel('f.flaky') },
  mean_duration: { value: rate('f.seconds', 'f.timed'), label: "CONCAT('of ', FORMAT(f.timed, 0), ' passes')" },
};

export function testStat(scope: Scope, tests: string | Tests, stat: TestStat): Query {
  const measures = ['passed', 'failed', 'skipped', 'flaky', 'timed', 'seconds'] as const;
  return table(
    sql(
      `SELECT ${FIGURES[stat].label} AS label, ${FIGURES[stat].value} AS value`,
      `FROM (SELECT ${measures.map((name) => `SUM(u.${name}) AS ${name}`).join(', ')} FROM (`,
      testFacts(scope, asTests(tests), [], measures),
      ') AS u) AS f',
      'WHERE f.passed IS NOT NULL LIMIT 1',
    ),
  );
}

function shareLabel(part: string): string {
  return `CONCAT(FORMAT(${part}, 0), ' of ', FORMAT(${EXECUTED}, 0), ' runs', IF(${EXECUTED} < ${FEW_RUNS}, ' (few)', ''))`;
}
