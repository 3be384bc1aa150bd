import { FAILED_RUNS, NO_RUNS_FOR_A_DAY } from '../annotations';
import { type DashboardDescription } from '../description';
import { JOB_LINK } from '../links';
import { barChart } from '../panels/bar-panels';
import { count, failureShare, linked, seconds, share, tablePanel, width } from '../panels/table-panel';
import { textPanel } from '../panels/text-panel';
import { dimensionVariables } from '../variables';
import { latestFailuresPanel } from './failure-panels';
import { CHOSEN } from './filters';
import {
  failingTestsPanel,
  flakyTestsPanel,
  runFailureRatePanel,
  runFigures,
  runsPanel,
  testsPanel,
} from './run-panels';
import { AT_LEAST, FAILED_TEST, NO_RUNS, NO_TESTS, WHOLE_DAYS } from './texts';

/** Is CI healthy: which jobs fail, which tests make them, and where the time goes. */
export function overviewDashboard(): DashboardDescription {
  return {
    name: 'overview',
    title: 'Overview',
    description: 'All jobs: how many runs failed, which tests make them fail, and where the time goes.',
    refresh: '1m',
    variables: dimensionVariables(),
    annotations: [FAILED_RUNS, NO_RUNS_FOR_A_DAY],
    panels: [
      ...runFigures(),
      runsPanel(),
      runFailureRatePanel(),
      jobsPanel(),
      worseJobsPanel(),
      testsPanel(),
      timePanel(),
      failingTestsPanel(),
      flakyTestsPanel(),
      latestFailuresPanel({ limit: 50, height: 10 }),
      readingPanel(),
    ],
  };
}

function jobsPanel() {
  return tablePanel({
    title: 'Jobs',
    description: `Jobs with their runs. ${AT_LEAST} Run time is on the clock. ${WHOLE_DAYS}`,
    question: { kind: 'jobs', ...CHOSEN },
    noData: NO_RUNS,
    width: 24,
    height: 9,
    columns: {
      Job: [{ id: 'custom.minWidth', value: 200 }, ...linked(JOB_LINK)],
      Runs: count(90),
      Failed: count(90),
      'Failure rate': failureShare(110),
      'At least': share(90),
      'Tests run': count(110),
      'In tests': seconds(110),
      'Mean run time': seconds(120),
      Note: width(120),
    },
  });
}

function worseJobsPanel() {
  return tablePanel({
    title: 'Jobs that fail more than usual',
    description:
      'The failure rate of the time range against that of the 28 days before it. "Surely above" is what lies between the usual rate and the lower end of the 95 % interval of this one: below 0 nothing is proved.',
    question: { kind: 'jobsAgainstUsual', ...CHOSEN, limit: 50 },
    noData: 'No job ran both in this time range and in the 28 days before it',
    width: 24,
    height: 7,
    columns: {
      Job: [{ id: 'custom.minWidth', value: 200 }, ...linked(JOB_LINK)],
      Failed: count(90),
      Runs: count(90),
      'Failure rate': failureShare(110),
      'Usual rate': share(110),
      'Usual runs': count(110),
      'Surely above': share(120),
      Note: width(120),
    },
  });
}

function timePanel() {
  return barChart({
    title: 'Time by job',
    description: `The ten jobs whose tests take most time, all durations added up. ${WHOLE_DAYS}`,
    question: { kind: 'timeByJob', ...CHOSEN },
    noData: NO_TESTS,
    unit: 's',
    nameField: 'Job',
    valueField: 'In tests',
    width: 12,
    height: 8,
  });
}

function readingPanel() {
  return textPanel({
    title: 'How these numbers are counted',
    description: 'What the words on this dashboard mean.',
    width: 24,
    height: 5,
    content: [
      `- ${FAILED_TEST} **Flaky**: it failed and passed within one run.`,
      '- **Rates** leave skipped tests out and show what they stand on; "only 3 runs" warns of a rate that may mean little.',
      '- **At least** is the lower end of the 95 % interval of the rate. Lists are ranked by it.',
      '- **(none)** stands for runs that did not name a project, job or branch. All times and days are UTC.',
    ].join('\n'),
  });
}
