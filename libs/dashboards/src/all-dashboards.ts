import { jobDashboard } from './dashboards/job-dashboard';
import { overviewDashboard } from './dashboards/overview-dashboard';
import { testDashboard } from './dashboards/test-dashboard';
import { dashboardFile, finish } from './finish';

const BUILDERS = { overview: overviewDashboard, job: jobDashboard, test: testDashboard } as const;

/** Every dashboard as the text of its file in provisioning/dashboards, by file name. */
export function dashboardFiles(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(BUILDERS).map(([name, build]) => [`${name}.json`, dashboardFile(finish(build().build()))]),
  );
}
