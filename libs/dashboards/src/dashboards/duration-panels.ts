import { ACCENT_COLOR, NEUTRAL_COLOR, OUTCOME_COLORS } from '../palette';
import { barChart } from '../panels/bar-panels';
import { AS_POINTS, asBackgroundBars, fixedColor, HIDDEN_SERIES, lines } from '../panels/time-panel';
import { CHOSEN, CHOSEN_TEST } from './filters';
import { WHOLE_DAYS_TESTS } from './texts';

/** Panels about durations that more than one dashboard shows. */

const OF = {
  runs: {
    question: CHOSEN,
    what: 'runs (on the clock)',
    heading: 'Run times',
    noData: 'No runs with known times in this time range',
  },
  tests: {
    question: { ...CHOSEN_TEST, measure: 'tests' },
    what: 'passes of the test that is chosen above',
    heading: 'Durations of the test',
    noData: 'No test chosen above, or no passes of it with known durations in this time range',
  },
} as const;

/** The middle and the slow end of durations, over time. */
export function percentilesPanel(of: keyof typeof OF) {
  const { question, what, heading, noData } = OF[of];
  return lines({
    title: `${heading}: p50 and p95`,
    description: `Half of the ${what} were shorter than the median, 95 of 100 shorter than the 95th percentile; right within 9 %. The pale bars are what they stand on (axis at the right). Whole UTC days.`,
    question: { kind: 'durationPercentiles', ...question },
    noData,
    unit: 's',
    width: 12,
    height: 8,
  })
    .overrideByName('Median', [fixedColor(NEUTRAL_COLOR)])
    .overrideByName('95th percentile', [fixedColor(ACCENT_COLOR)])
    .overrideByName('Runs', [fixedColor(NEUTRAL_COLOR), ...asBackgroundBars('Runs')]);
}

/** How durations are spread: two heaps tell of two kinds of runs. */
export function distributionPanel(of: keyof typeof OF) {
  const { question, what, heading, noData } = OF[of];
  return barChart({
    title: `${heading}: distribution`,
    description: `How many of the ${what} took so long: four bars a doubling, named by where they begin. Whole UTC days.`,
    question: { kind: 'durationDistribution', ...question },
    noData,
    unit: 'short',
    nameField: 'Duration',
    valueField: 'Runs',
    width: 12,
    height: 12,
  }).overrideByRegexp('^(Share|From|To)$', HIDDEN_SERIES);
}

/** Of the chosen test, in each job. */
export function durationByJobPanel({ width, height }: { readonly width: number; readonly height: number }) {
  return lines({
    title: 'Duration by job',
    description: `Mean duration of the passes of the chosen test, in each job. ${WHOLE_DAYS_TESTS}`,
    question: { kind: 'testDurationByJob', ...CHOSEN_TEST },
    noData: 'No test chosen above, or no passes of it with known durations in this time range',
    unit: 's',
    width,
    height,
  });
}

/** Of the chosen test, run by run. */
export function testRunTimesPanel(width: 12 | 24) {
  return lines({
    title: 'Run time of the test',
    description:
      'The duration of each run of the chosen test, passes and failures apart, and the mean of 20 passes up to each: the newest 2,000 of the time range.',
    question: { kind: 'testRunTimes', ...CHOSEN_TEST },
    noData: 'No test chosen above, or no runs of it with known durations in this time range',
    unit: 's',
    width,
    height: 8,
  })
    .overrideByName('Passed', [fixedColor(OUTCOME_COLORS.Passed), ...AS_POINTS])
    .overrideByName('Failed', [fixedColor(OUTCOME_COLORS.Failed), ...AS_POINTS])
    .overrideByName('Rolling mean', [fixedColor(ACCENT_COLOR), { id: 'custom.showPoints', value: 'never' }]);
}
