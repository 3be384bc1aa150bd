import { FAILED_RUNS, NO_RUNS_FOR_A_DAY } from '../annotations';
import { type DashboardDescription } from '../description';
import { HISTORY_RUN_LINK, TEST_LINK } from '../links';
import { tablePanel } from '../panels/table-panel';
import { historyPanel } from '../panels/own-panels';
import { dimensionVariables } from '../variables';
import { percentilesPanel } from './duration-panels';
import { failingInARowPanel, latestFailuresPanel } from './failure-panels';
import { CHOSEN } from './filters';
import {
  failingTestsPanel,
  flakyTestsPanel,
  recentRunsPanel,
  runFailureRatePanel,
  runFigures,
  runsPanel,
  runTimePanel,
  slowestTestsPanel,
  testFailureRatePanel,
  testsPanel,
  timeSpentPanel,
} from './run-panels';
import { TEST_COLUMNS } from './test-columns';
import { NO_TESTS, WHOLE_DAYS_TESTS } from './texts';

/** Is this job healthy: its runs, its tests, its run time, and what changed. Refreshes often: people wait here for their run. */
export function jobDashboard(): DashboardDescription {
  return {
    name: 'job',
    title: 'Job',
    description:
      'One job, or several: runs over time, outcomes of their tests, run time, failing and slow tests, recent runs.',
    refresh: '5s',
    variables: dimensionVariables(),
    annotations: [FAILED_RUNS, NO_RUNS_FOR_A_DAY],
    panels: [
      ...runFigures(),
      runsPanel(),
      runFailureRatePanel(),
      testsPanel(),
      testFailureRatePanel(),
      runTimePanel(),
      percentilesPanel('runs'),
      { app: historyOfJob(), sql: latestFailuresPanel({ limit: 50, height: 14 }) },
      failingInARowPanel(),
      recentRunsPanel(),
      failingTestsPanel(),
      flakyTestsPanel(),
      slowestTestsPanel(),
      testsOfJobPanel(),
      timeSpentPanel({ width: 24, height: 8 }),
    ],
  };
}

function historyOfJob() {
  return historyPanel({
    title: 'History',
    description:
      'The tests that failed in the newest runs of the time range: a row a test, a column a run, a letter besides the color for each outcome. A click leads to the test or to the run.',
    question: { kind: 'historyGrid', ...CHOSEN },
    noData: 'No tests in this time range',
    width: 24,
    height: 14,
    links: { test: TEST_LINK, run: HISTORY_RUN_LINK },
  });
}

function testsOfJobPanel() {
  return tablePanel({
    title: 'Tests of the job',
    description: `Every test that the job ever ran, by name, at most 500; the Tests dashboard has all, by pages. ${WHOLE_DAYS_TESTS}`,
    question: { kind: 'testsByPrefix', ...CHOSEN, limit: 500 },
    noData: NO_TESTS,
    width: 24,
    height: 12,
    columns: TEST_COLUMNS,
  });
}
