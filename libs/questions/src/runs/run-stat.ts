import { type Query, type Scope, table } from '../question';
import { executedOf, failedOf, FEW_RUNS, rate } from '../sql/outcome';
import { runFacts, type Measure } from '../sql/run-facts';
import { sql } from '../sql/select';

/** One figure about all runs in scope; the column `label` says what the figure stands on. */
export const RUN_STATS = ['runs', 'run_failure_rate', 'tests', 'test_failure_rate', 'test_time', 'flaky'] as const;
export type RunStat = (typeof RUN_STATS)[number];

interface Figure {
  readonly measures: readonly Measure[];
  readonly value: string;
  readonly label: string;
}

const OUTCOMES: readonly Measure[] = ['success', 'fail', 'xfail', 'uxsuccess', 'unfinished'];

/** `f` is one row with the sums of the named measures; none of them is NULL. */
const FIGURES: Record<RunStat, Figure> = {
  runs: {
    measures: ['runs', 'failed_runs'],
    value: 'f.runs',
    label: "CONCAT(FORMAT(f.failed_runs, 0), ' failed')",
  },
  run_failure_rate: {
    measures: ['runs', 'failed_runs'],
    value: rate('f.failed_runs', 'f.runs'),
    label: `CONCAT(FORMAT(f.failed_runs, 0), ' of ', FORMAT(f.runs, 0), ' runs', IF(f.runs < ${FEW_RUNS}, ' (few)', ''))`,
  },
  tests: {
    measures: [...OUTCOMES, 'skip', 'runs'],
    value: executedOf('f'),
    label: "CONCAT(FORMAT(f.skip, 0), ' more skipped')",
  },
  test_failure_rate: {
    measures: OUTCOMES,
    value: rate(failedOf('f'), executedOf('f')),
    label: `CONCAT(FORMAT(${failedOf('f')}, 0), ' of ', FORMAT(${executedOf('f')}, 0), ' tests')`,
  },
  test_time: {
    measures: ['run_seconds', 'wall_seconds'],
    value: 'f.run_seconds',
    label: "CONCAT(FORMAT(f.wall_seconds / 3600, 1), ' h on the clock')",
  },
  flaky: {
    measures: [...OUTCOMES, 'flaky'],
    value: 'f.flaky',
    label: `CONCAT('of ', FORMAT(${executedOf('f')}, 0), ' tests run')`,
  },
};

export function runStat(scope: Scope, stat: RunStat): Query {
  const { measures, value, label } = FIGURES[stat];
  return table(
    sql(
      `SELECT ${label} AS label, ${value} AS value`,
      `FROM (SELECT ${measures.map((name) => `COALESCE(SUM(u.${name}), 0) AS ${name}`).join(', ')} FROM (`,
      runFacts(scope, [], ['runs', ...measures.filter((name) => name !== 'runs')]),
      ') AS u HAVING COALESCE(SUM(u.runs), 0) > 0) AS f',
      'LIMIT 1',
    ),
  );
}
