import { FAILED_RUNS } from '../annotations';
import { type DashboardDescription } from '../description';
import { RUN_LINK, TEST_LINK } from '../links';
import { ago, count, linked, tablePanel, width } from '../panels/table-panel';
import { dimensionVariables } from '../variables';
import { failingInARowPanel, latestFailuresPanel } from './failure-panels';
import { CHOSEN } from './filters';
import { failingTestsPanel, runFailureRatePanel, testsPanel } from './run-panels';
import { NO_FAILURES } from './texts';

/** What fails now: the newest failures of all jobs, and the same failure seen in many places. */
export function failuresDashboard(): DashboardDescription {
  return {
    name: 'failures',
    title: 'Failures',
    description: 'The newest failed tests of all jobs, grouped by the first line of what they said.',
    refresh: '1m',
    annotations: [FAILED_RUNS],
    variables: dimensionVariables(),
    panels: [
      testsPanel(),
      runFailureRatePanel(),
      groupsPanel(),
      latestFailuresPanel({ limit: 100, height: 14 }),
      failingInARowPanel(),
      failingTestsPanel(),
    ],
  };
}

function groupsPanel() {
  return tablePanel({
    title: 'Failures by first line',
    description:
      'Failures that said the same, most frequent first, with the tests, runs and jobs that they stand on; of the newest 5,000 failures. The example is one of the tests, in its newest run.',
    question: { kind: 'failureGroups', ...CHOSEN },
    noData: NO_FAILURES,
    width: 24,
    height: 11,
    columns: {
      Message: [{ id: 'custom.minWidth', value: 340 }],
      Failures: count(85),
      Tests: count(70),
      Runs: count(70),
      Job: width(150),
      First: ago(120),
      Last: [...ago(120), ...linked(RUN_LINK)],
      Example: [{ id: 'custom.minWidth', value: 220 }, ...linked(TEST_LINK)],
    },
  });
}
