import { FAILED_RUNS, FIRST_FAILURES } from '../annotations';
import { type DashboardDescription } from '../description';
import { JOB_LINK, TEST_LINK } from '../links';
import { OUTCOME_COLORS, RATE_STEPS } from '../palette';
import { barGauge } from '../panels/bar-panels';
import { statPanel, wordPanel } from '../panels/stat-panel';
import { ago, count, failureShare, HIDDEN, linked, seconds, share, tablePanel, width } from '../panels/table-panel';
import { AS_POINTS, lines, outcomeBars } from '../panels/time-panel';
import { dimensionVariables, keyVariable, testVariables } from '../variables';
import { durationByJobPanel, testRunTimesPanel } from './duration-panels';
import { CHOSEN_TEST } from './filters';
import { attemptsPanel, failuresPanel, tracebacksPanel } from './test-failure-panels';
import { FAILED_TEST, WHOLE_DAYS_TESTS } from './texts';

const NOT_RUN = 'This test did not run in this time range';

/** Is this test flaky, since when, and is it me: outcomes and durations in each job, attempts, tracebacks. */
export function testDashboard(): DashboardDescription {
  return {
    name: 'test',
    title: 'Test',
    description:
      'One test: outcomes and durations over time in each job, attempts, recent failures with their tracebacks.',
    refresh: '1m',
    variables: [...testVariables(), ...dimensionVariables(), keyVariable()],
    annotations: [FIRST_FAILURES, FAILED_RUNS],
    panels: [
      namePanel(),
      ...figures(),
      totalsPanel(),
      outcomesPanel(),
      failureRatePanel(),
      durationByJobPanel({ width: 8, height: 9 }),
      testRunTimesPanel(24),
      byJobPanel(),
      byMetadataPanel(),
      failuresPanel(),
      tracebacksPanel(),
      attemptsPanel(),
    ],
  };
}

function namePanel() {
  return wordPanel({
    title: 'Test',
    description: 'The full name of the chosen test.',
    question: { kind: 'testName', testKeys: '${test}' },
    noData: 'No test chosen: pick one above',
    size: 16,
    width: 24,
    height: 3,
  });
}

function figures() {
  return FIGURES.map(({ stat, ...figure }) =>
    statPanel({
      ...figure,
      question: { kind: 'testStat', ...CHOSEN_TEST, measure: stat },
      noData: NOT_RUN,
      width: 4,
      height: 5,
    }),
  );
}

const FIGURES: readonly (Pick<
  Parameters<typeof statPanel>[0],
  'title' | 'description' | 'unit' | 'decimals' | 'steps'
> & { readonly stat: string })[] = [
  {
    stat: 'runs',
    title: 'Runs of this test',
    description: `Runs in which the test really ran, skips apart. ${WHOLE_DAYS_TESTS}`,
    unit: 'locale',
    decimals: 0,
  },
  {
    stat: 'failure_rate',
    title: 'Failure rate',
    description: `Share of its runs that failed. ${FAILED_TEST} ${WHOLE_DAYS_TESTS}`,
    unit: 'percentunit',
    decimals: 1,
    steps: RATE_STEPS,
  },
  {
    stat: 'flake_rate',
    title: 'Flake rate',
    description: `Share of its runs in which it failed and passed, tried again. ${WHOLE_DAYS_TESTS}`,
    unit: 'percentunit',
    decimals: 1,
  },
  {
    stat: 'mean_duration',
    title: 'Mean duration',
    description: `Mean duration of its passes with known times. ${WHOLE_DAYS_TESTS}`,
    unit: 's',
    decimals: 2,
  },
];

function totalsPanel() {
  return barGauge({
    title: 'Outcomes',
    description: `How often the test passed, failed and was skipped; flaky runs are counted under their final outcome too. ${WHOLE_DAYS_TESTS}`,
    question: { kind: 'testOutcomeTotals', ...CHOSEN_TEST },
    noData: NOT_RUN,
    unit: 'short',
    width: 8,
    height: 5,
    colors: OUTCOME_COLORS,
  }).decimals(0);
}

function outcomesPanel() {
  return outcomeBars({
    title: 'Outcomes over time',
    description: `Outcomes of the test; the points count the flaky runs among them. ${WHOLE_DAYS_TESTS}`,
    question: { kind: 'testOutcomesOverTime', ...CHOSEN_TEST },
    noData: NOT_RUN,
    unit: 'short',
    outcomes: ['Passed', 'Failed', 'Skipped', 'Flaky'],
    width: 8,
    height: 9,
  }).overrideByName('Flaky', [
    { id: 'custom.stacking', value: { mode: 'none', group: 'B' } },
    { id: 'noValue', value: '0' },
    ...AS_POINTS,
  ]);
}

function failureRatePanel() {
  return lines({
    title: 'Failure rate by job',
    description: `Share of its runs that failed, in each job. The runs it stands on are in the table below. ${WHOLE_DAYS_TESTS}`,
    question: { kind: 'testFailureRateByJob', ...CHOSEN_TEST },
    noData: NOT_RUN,
    unit: 'percentunit',
    width: 8,
    height: 9,
  }).max(1);
}

function byJobPanel() {
  return tablePanel({
    title: 'By job and branch',
    description: `The test in each job and branch. "Last runs" is its history up to now, the newest at the right: a dot for a pass, an x for a failure; skips and runs that mostly failed leave no mark. Histories are kept by job and branch, so "Last runs", "Fails in a row" and "Last seen" are of all projects, whichever is chosen. ${WHOLE_DAYS_TESTS}`,
    question: { kind: 'testByJob', ...CHOSEN_TEST },
    noData: NOT_RUN,
    width: 24,
    height: 8,
    columns: {
      // There is one test only.
      Test: [...HIDDEN, ...linked(TEST_LINK)],
      Job: [{ id: 'custom.minWidth', value: 175 }, ...linked(JOB_LINK)],
      Branch: width(110),
      Failed: count(70),
      Runs: count(65),
      'Failure rate': failureShare(100),
      Flaky: count(65),
      'Mean duration': seconds(120),
      'Fails in a row': count(110),
      'Last runs': width(210),
      'Last seen': ago(115),
      Note: width(95),
    },
  });
}

function byMetadataPanel() {
  return tablePanel({
    title: 'By ${key}',
    description:
      'The test by the values of the metadata key that is chosen above, in the newest 5,000 runs: two values far apart explain durations that come in two groups, or failures.',
    question: { kind: 'testByMetadata', ...CHOSEN_TEST, metadataKey: '${key}' },
    noData: NOT_RUN,
    width: 24,
    height: 7,
    columns: {
      Value: [{ id: 'custom.minWidth', value: 175 }],
      Failed: count(80),
      Runs: count(80),
      'Failure rate': failureShare(110),
      'At least': share(90),
      'Mean duration': seconds(120),
      Fastest: seconds(90),
      Slowest: seconds(90),
      Note: width(110),
    },
  });
}
