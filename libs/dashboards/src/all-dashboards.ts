import { buildDashboard } from './build-dashboard';
import { compareDashboard } from './dashboards/compare-dashboard';
import { durationsDashboard } from './dashboards/durations-dashboard';
import { failuresDashboard } from './dashboards/failures-dashboard';
import { jobDashboard } from './dashboards/job-dashboard';
import { overviewDashboard } from './dashboards/overview-dashboard';
import { projectDashboard } from './dashboards/project-dashboard';
import { runDashboard } from './dashboards/run-dashboard';
import { serviceDashboard } from './dashboards/service-dashboard';
import { testDashboard } from './dashboards/test-dashboard';
import { testsDashboard } from './dashboards/tests-dashboard';
import { type DashboardDescription } from './description';
import { dashboardFile, finish } from './finish';
import { type Flavour } from './flavour';
import { type JsonObject } from './json';
import { DASHBOARD_NAMES, type DashboardName } from './links';

const DESCRIPTIONS: Record<DashboardName, () => DashboardDescription> = {
  overview: overviewDashboard,
  project: projectDashboard,
  job: jobDashboard,
  test: testDashboard,
  run: runDashboard,
  compare: compareDashboard,
  tests: testsDashboard,
  failures: failuresDashboard,
  durations: durationsDashboard,
  service: serviceDashboard,
};

/** One dashboard as Grafana loads it. */
export function dashboardJson(name: DashboardName, flavour: Flavour): JsonObject {
  return finish(buildDashboard(DESCRIPTIONS[name](), flavour), flavour);
}

/** Every dashboard of a flavour as the text of its file, by file name. */
export function dashboardFiles(flavour: Flavour): ReadonlyMap<string, string> {
  return new Map(DASHBOARD_NAMES.map((name) => [`${name}.json`, dashboardFile(dashboardJson(name, flavour))]));
}

/** The id of a panel in the app flavour, for links from outside; both flavours have the same. */
export function panelId(panel: { readonly dashboard: DashboardName; readonly title: string }): number {
  const { panels } = dashboardJson(panel.dashboard, 'app') as unknown as { panels: { id: number; title: string }[] };
  const found = panels.find(({ title }) => title === panel.title);
  if (found === undefined)
    throw new RangeError(`Expected a panel "${panel.title}" on "${panel.dashboard}", found none.`);
  return found.id;
}
