import { TEST_LINK } from '../links';
import { ACCENT_COLOR, NEUTRAL_COLOR, OUTCOME_COLORS, OUTCOME_TEXT_COLORS, RATE_STEPS } from '../palette';
import { statPanel, wordPanel } from '../panels/stat-panel';
import { ago, count, failureShare, linked, seconds, share, tablePanel, WIDE, width } from '../panels/table-panel';
import { AS_POINTS, asBackgroundBars, bars, fixedColor, lines, outcomeBars } from '../panels/time-panel';
import { type Chosen, CHOSEN } from './filters';
import { runListPanel } from './run-lists';
import { AT_LEAST, FAILED_TEST, NO_FAILURES, NO_RUNS, NO_TESTS, WHOLE_DAYS, WHOLE_DAYS_TESTS } from './texts';

/** Panels about runs that more than one dashboard shows; the dashboard's variables say about which runs. */

export function runFigures() {
  const size = { width: 4, height: 4, noData: NO_RUNS };
  return [
    statPanel({
      ...size,
      title: 'Runs',
      description: `Runs that started in the time range. ${WHOLE_DAYS}`,
      question: { kind: 'runStat', ...CHOSEN, measure: 'runs' },
      unit: 'locale',
      decimals: 0,
    }),
    statPanel({
      ...size,
      title: 'Run failure rate',
      description: `Share of runs with a failed or unfinished test, or whose runner failed. ${WHOLE_DAYS}`,
      question: { kind: 'runStat', ...CHOSEN, measure: 'run_failure_rate' },
      unit: 'percentunit',
      decimals: 1,
      steps: RATE_STEPS,
    }),
    statPanel({
      ...size,
      title: 'Tests run',
      description: `Test runs that really ran, each test once a run. ${WHOLE_DAYS}`,
      question: { kind: 'runStat', ...CHOSEN, measure: 'tests' },
      unit: 'locale',
      decimals: 0,
    }),
    statPanel({
      ...size,
      title: 'Test failure rate',
      description: `Share of test runs that failed. ${FAILED_TEST} ${WHOLE_DAYS}`,
      question: { kind: 'runStat', ...CHOSEN, measure: 'test_failure_rate' },
      unit: 'percentunit',
      decimals: 2,
    }),
    statPanel({
      ...size,
      title: 'Time in tests',
      description: `Durations of all tests added up; workers side by side make it longer than the time on the clock. ${WHOLE_DAYS}`,
      question: { kind: 'runStat', ...CHOSEN, measure: 'test_time' },
      unit: 's',
      decimals: 1,
    }),
    wordPanel({
      ...size,
      title: 'Sample data',
      description: 'How many of the runs in the time range are made-up sample data that came with the installation.',
      question: { kind: 'sampleData', ...CHOSEN },
      size: 16,
      warnAt: { pattern: '.*sample data$', color: OUTCOME_TEXT_COLORS.Flaky },
    }),
  ];
}

export function runsPanel() {
  return outcomeBars({
    title: 'Runs over time',
    description: `Runs that passed and that failed. Bars cover minutes to months, as the time range asks. ${WHOLE_DAYS}`,
    question: { kind: 'runsOverTime', ...CHOSEN },
    noData: NO_RUNS,
    unit: 'short',
    outcomes: ['Passed', 'Failed'],
    width: 12,
    height: 8,
  });
}

export function runFailureRatePanel() {
  return lines({
    title: 'Run failure rate over time',
    description: `Share of runs that failed; the pale bars are the runs it stands on (axis at the right). ${WHOLE_DAYS}`,
    question: { kind: 'runFailureRateOverTime', ...CHOSEN },
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
    question: { kind: 'testsOverTime', ...CHOSEN },
    noData: NO_TESTS,
    unit: 'short',
    outcomes: ['Passed', 'Failed', 'Skipped'],
    width: 12,
    height: 8,
  });
}

/** `chosen` narrows it further than the dashboard's usual variables do. */
export function failingTestsPanel(chosen: Chosen = CHOSEN, height = 9) {
  return tablePanel({
    title: 'Most failing tests',
    description: `${AT_LEAST} ${FAILED_TEST} ${WHOLE_DAYS_TESTS}`,
    question: { kind: 'failingTests', ...chosen },
    noData: NO_FAILURES,
    width: 24,
    height,
    columns: {
      Test: [...WIDE, ...linked(TEST_LINK)],
      Job: width(150),
      Failed: count(65),
      Runs: count(65),
      'Failure rate': failureShare(95),
      'At least': share(80),
      'Last failed': ago(115),
      Note: width(95),
    },
  });
}

export function flakyTestsPanel() {
  return tablePanel({
    title: 'Most flaky tests',
    description: `Tests that failed and passed within one run, tried again. ${AT_LEAST} ${WHOLE_DAYS_TESTS}`,
    question: { kind: 'flakyTests', ...CHOSEN },
    noData: 'No flaky tests in this time range',
    width: 24,
    height: 9,
    columns: {
      Test: [...WIDE, ...linked(TEST_LINK)],
      Job: width(150),
      Flaky: count(65),
      Runs: count(65),
      'Flake rate': share(90),
      'At least': share(80),
      'Last flaky': ago(115),
      Note: width(95),
    },
  });
}

export function slowestTestsPanel(chosen: Chosen = CHOSEN) {
  return tablePanel({
    title: 'Slowest tests',
    description:
      'Mean duration of the passes in the last 30 days of the time range (whole UTC days), with the number of passes it stands on.',
    question: { kind: 'slowestTests', ...chosen },
    noData: 'No tests with known durations in this time range',
    width: 24,
    height: 9,
    columns: {
      Test: [...WIDE, ...linked(TEST_LINK)],
      Mean: seconds(90),
      Passes: count(80),
      Total: seconds(90),
      Note: width(95),
    },
  });
}

export function recentRunsPanel() {
  return runListPanel({
    title: 'Recent runs',
    description: 'The newest 50 runs of the time range. Run time is on the clock, from the first test to the last.',
    question: { kind: 'recentRuns', ...CHOSEN },
    height: 11,
  });
}

export function runTimePanel() {
  return lines({
    title: 'Run time',
    description: `Time on the clock of each run, and the mean of ten points up to it. In ranges of more than 14 days a point is the mean of a day, week or month. Runs without times are left out.`,
    question: { kind: 'runTimeTrend', ...CHOSEN },
    noData: 'No runs with known times in this time range',
    unit: 's',
    width: 12,
    height: 8,
  })
    .overrideByName('Run time', [fixedColor(NEUTRAL_COLOR), ...AS_POINTS])
    .overrideByName('Rolling mean', [fixedColor(ACCENT_COLOR), { id: 'custom.showPoints', value: 'never' }]);
}

export function timeSpentPanel({ width, height }: { readonly width: number; readonly height: number }) {
  return bars({
    title: 'Time spent',
    description: `Durations of all tests added up, and the time on the clock of all runs. The first is larger where workers ran side by side. ${WHOLE_DAYS}`,
    question: { kind: 'timeSpentOverTime', ...CHOSEN },
    noData: NO_TESTS,
    unit: 's',
    width,
    height,
  })
    .fillOpacity(60)
    .overrideByName('In tests', [fixedColor(NEUTRAL_COLOR)])
    .overrideByName('On the clock', [fixedColor(ACCENT_COLOR)]);
}

export function testFailureRatePanel() {
  return lines({
    title: 'Test failure rate over time',
    description: `Share of test runs that failed; the pale bars are the tests it stands on (axis at the right). ${FAILED_TEST} ${WHOLE_DAYS}`,
    question: { kind: 'testFailureRateOverTime', ...CHOSEN },
    noData: NO_TESTS,
    unit: 'percentunit',
    width: 12,
    height: 8,
  })
    .overrideByName('Failure rate', [fixedColor(OUTCOME_COLORS.Failed)])
    .overrideByName('Tests run', [fixedColor(NEUTRAL_COLOR), ...asBackgroundBars('Tests run')]);
}
