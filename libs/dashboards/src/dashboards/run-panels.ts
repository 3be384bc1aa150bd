import {
  DASHBOARD_SCOPE,
  failingTests,
  flakyTests,
  recentRuns,
  runFailureRateOverTime,
  runsOverTime,
  runStat,
  sampleData,
  slowestTests,
  testsOverTime,
} from '@testmetrics/questions';
import { JOB_LINK, LOGS_LINK, TEST_LINK } from '../links';
import { NEUTRAL_COLOR, OUTCOME_COLORS, OUTCOME_TEXT_COLORS, RATE_STEPS } from '../palette';
import { statPanel, wordPanel } from '../panels/stat-panel';
import {
  ago,
  count,
  failureShare,
  linked,
  moment,
  outcomeWord,
  seconds,
  share,
  tablePanel,
  WIDE,
  width,
} from '../panels/table-panel';
import { asBackgroundBars, fixedColor, lines, outcomeBars } from '../panels/time-panel';
import { AT_LEAST, FAILED_TEST, NO_FAILURES, NO_RUNS, NO_TESTS, WHOLE_DAYS, WHOLE_DAYS_TESTS } from './texts';

/** Panels about runs that more than one dashboard shows; the dashboard's variables say about which runs. */

export function runFigures() {
  const size = { width: 4, height: 4, noData: NO_RUNS };
  return [
    statPanel({
      ...size,
      title: 'Runs',
      description: `Runs that started in the time range. ${WHOLE_DAYS}`,
      query: runStat(DASHBOARD_SCOPE, 'runs'),
      unit: 'locale',
      decimals: 0,
    }),
    statPanel({
      ...size,
      title: 'Run failure rate',
      description: `Share of runs with a failed or unfinished test, or whose runner failed. ${WHOLE_DAYS}`,
      query: runStat(DASHBOARD_SCOPE, 'run_failure_rate'),
      unit: 'percentunit',
      decimals: 1,
      steps: RATE_STEPS,
    }),
    statPanel({
      ...size,
      title: 'Tests run',
      description: `Test runs that really ran, each test once a run. ${WHOLE_DAYS}`,
      query: runStat(DASHBOARD_SCOPE, 'tests'),
      unit: 'locale',
      decimals: 0,
    }),
    statPanel({
      ...size,
      title: 'Test failure rate',
      description: `Share of test runs that failed. ${FAILED_TEST} ${WHOLE_DAYS}`,
      query: runStat(DASHBOARD_SCOPE, 'test_failure_rate'),
      unit: 'percentunit',
      decimals: 2,
    }),
    statPanel({
      ...size,
      title: 'Time in tests',
      description: `Durations of all tests added up; workers side by side make it longer than the time on the clock. ${WHOLE_DAYS}`,
      query: runStat(DASHBOARD_SCOPE, 'test_time'),
      unit: 's',
      decimals: 1,
    }),
    wordPanel({
      ...size,
      title: 'Sample data',
      description: 'How many of the runs in the time range are made-up sample data that came with the installation.',
      query: sampleData(DASHBOARD_SCOPE),
      size: 16,
      warnAt: { pattern: '.*sample data$', color: OUTCOME_TEXT_COLORS.Flaky },
    }),
  ];
}

export function runsPanel() {
  return outcomeBars({
    title: 'Runs over time',
    description: `Runs that passed and that failed. Bars cover minutes to months, as the time range asks. ${WHOLE_DAYS}`,
    query: runsOverTime(DASHBOARD_SCOPE),
    noData: NO_RUNS,
    unit: 'short',
    outcomes: ['Passed', 'Failed'],
    width: 12,
    height: 8,
  }).decimals(0);
}

export function runFailureRatePanel() {
  return lines({
    title: 'Run failure rate over time',
    description: `Share of runs that failed; the pale bars are the runs it stands on (axis at the right). ${WHOLE_DAYS}`,
    query: runFailureRateOverTime(DASHBOARD_SCOPE),
    noData: NO_RUNS,
    unit: 'percentunit',
    width: 12,
    height: 8,
  })
    .max(1)
    .overrideByName('Failure rate', [fixedColor(OUTCOME_COLORS.Failed)])
    .overrideByName('Runs', [fixedColor(NEUTRAL_COLOR), ...asBackgroundBars('Runs')]);
}

export function testsPanel() {
  return outcomeBars({
    title: 'Tests over time',
    description: `Test runs by outcome. ${FAILED_TEST} ${WHOLE_DAYS}`,
    query: testsOverTime(DASHBOARD_SCOPE),
    noData: NO_TESTS,
    unit: 'short',
    outcomes: ['Passed', 'Failed', 'Skipped'],
    width: 12,
    height: 8,
  });
}

export function failingTestsPanel() {
  return tablePanel({
    title: 'Most failing tests',
    description: `${AT_LEAST} Of the 100 tests with most failures. ${FAILED_TEST} ${WHOLE_DAYS_TESTS}`,
    query: failingTests(DASHBOARD_SCOPE),
    noData: NO_FAILURES,
    width: 24,
    height: 9,
    columns: {
      Test: [...WIDE, ...linked(TEST_LINK)],
      Job: width(180),
      Failed: count(90),
      Runs: count(90),
      'Failure rate': failureShare(110),
      'At least': share(100),
      'Last failed': ago(140),
      Note: width(120),
    },
  });
}

export function flakyTestsPanel() {
  return tablePanel({
    title: 'Most flaky tests',
    description: `Tests that failed and passed within one run, tried again. ${AT_LEAST} ${WHOLE_DAYS_TESTS}`,
    query: flakyTests(DASHBOARD_SCOPE),
    noData: 'No flaky tests in this time range',
    width: 24,
    height: 9,
    columns: {
      Test: [...WIDE, ...linked(TEST_LINK)],
      Job: width(180),
      Flaky: count(90),
      Runs: count(90),
      'Flake rate': share(110),
      'At least': share(100),
      'Last flaky': ago(140),
      Note: width(120),
    },
  });
}

export function slowestTestsPanel() {
  return tablePanel({
    title: 'Slowest tests',
    description:
      'Mean duration of the passes in the last 30 days of the time range (whole UTC days), with the number of passes it stands on.',
    query: slowestTests(DASHBOARD_SCOPE),
    noData: 'No tests with known durations in this time range',
    width: 24,
    height: 9,
    columns: {
      Test: [...WIDE, ...linked(TEST_LINK)],
      Mean: seconds(110),
      Passes: count(100),
      Total: seconds(110),
      Note: width(120),
    },
  });
}

export function recentRunsPanel() {
  return tablePanel({
    title: 'Recent runs',
    description: 'The newest 50 runs of the time range. Run time is on the clock, from the first test to the last.',
    query: recentRuns(DASHBOARD_SCOPE),
    noData: NO_RUNS,
    width: 24,
    height: 11,
    columns: {
      time: moment('Run at'),
      Result: outcomeWord(75),
      Job: [{ id: 'custom.minWidth', value: 160 }, ...linked(JOB_LINK)],
      Branch: width(130),
      Commit: width(120),
      'Tests run': count(85),
      Failed: count(70),
      Flaky: count(65),
      Skipped: count(75),
      'Run time': seconds(90),
      Note: width(120),
      Logs: [...linked(LOGS_LINK), ...width(90)],
    },
  });
}
