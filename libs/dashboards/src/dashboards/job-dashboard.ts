import { type DashboardBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { DASHBOARD_SCOPE, runTimeTrend, timeSpentOverTime } from '@testmetrics/questions';
import { DASHBOARD_UIDS } from '../links';
import { ACCENT_COLOR, NEUTRAL_COLOR } from '../palette';
import { AS_POINTS, bars, fixedColor, lines } from '../panels/time-panel';
import { dimensionVariables } from '../variables';
import { baseDashboard, withPanels } from './base';
import {
  failingTestsPanel,
  flakyTestsPanel,
  recentRunsPanel,
  runFailureRatePanel,
  runFigures,
  runsPanel,
  slowestTestsPanel,
  testsPanel,
} from './run-panels';
import { NO_TESTS, WHOLE_DAYS } from './texts';

/** Is this job healthy: its runs, its tests, its run time, and what changed. Refreshes often: people wait here for their run. */
export function jobDashboard(): DashboardBuilder {
  const dashboard = baseDashboard(
    'Job',
    DASHBOARD_UIDS.job,
    'One job, or several: runs over time, outcomes of their tests, run time, failing and slow tests, recent runs.',
  );
  return withPanels(dashboard.refresh('5s').variables(dimensionVariables()), [
    ...runFigures(),
    runsPanel(),
    runFailureRatePanel(),
    testsPanel(),
    runTimePanel(),
    recentRunsPanel(),
    failingTestsPanel(),
    flakyTestsPanel(),
    slowestTestsPanel(),
    timeSpentPanel(),
  ]);
}

function runTimePanel() {
  return lines({
    title: 'Run time',
    description: `Time on the clock of each run, and the mean of ten points up to it. In ranges of more than 14 days a point is the mean of a day, week or month. Runs without times are left out.`,
    query: runTimeTrend(DASHBOARD_SCOPE),
    noData: 'No runs with known times in this time range',
    unit: 's',
    width: 12,
    height: 8,
  })
    .overrideByName('Run time', [fixedColor(NEUTRAL_COLOR), ...AS_POINTS])
    .overrideByName('Rolling mean', [fixedColor(ACCENT_COLOR), { id: 'custom.showPoints', value: 'never' }]);
}

function timeSpentPanel() {
  return bars({
    title: 'Time spent',
    description: `Durations of all tests added up, and the time on the clock of all runs. The first is larger where workers ran side by side. ${WHOLE_DAYS}`,
    query: timeSpentOverTime(DASHBOARD_SCOPE),
    noData: NO_TESTS,
    unit: 's',
    width: 24,
    height: 8,
  })
    .fillOpacity(60)
    .overrideByName('In tests', [fixedColor(NEUTRAL_COLOR)])
    .overrideByName('On the clock', [fixedColor(ACCENT_COLOR)]);
}
