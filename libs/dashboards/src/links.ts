/** Our dashboards, in the order in which the bar at the top of each names them. */
export const DASHBOARD_NAMES = [
  'overview',
  'project',
  'job',
  'test',
  'run',
  'compare',
  'tests',
  'failures',
  'durations',
  'service',
] as const;
export type DashboardName = (typeof DASHBOARD_NAMES)[number];

/** A data link as Grafana stores it in a field's settings. */
export interface DataLink {
  readonly title: string;
  readonly url: string;
  readonly targetBlank?: boolean;
}

/** What every way from one dashboard to another takes along: the filters and the time range. */
const PROJECT = '${project:queryparam}';
const JOB = '${job:queryparam}';
const BRANCH = '${branch:queryparam}';
const TIME_RANGE = '${__url_time_range}';

/** The address of a dashboard in whichever flavour it is drawn: see `in-flavour.ts`. */
function to(name: DashboardName, ...parameters: readonly string[]): string {
  return `/d/@${name}?${[...parameters, TIME_RANGE].join('&')}`;
}

/** From a row with a `job_key` to that job, with the time range and the other choices. */
export const JOB_LINK: DataLink = {
  title: 'Show this job',
  url: to('job', PROJECT, 'var-job=${__data.fields.job_key}', BRANCH),
};

/** From a row with a `test_key` to that test; the key is the search text too, which puts the test into the list of choices. */
export const TEST_LINK: DataLink = {
  title: 'Show this test',
  url: to('test', PROJECT, JOB, BRANCH, 'var-search=${__data.fields.test_key}', 'var-test=${__data.fields.test_key}'),
};

/** From a row with a `run_key` (its uuid) to that run. */
export const RUN_LINK: DataLink = {
  title: 'Show this run',
  url: to('run', PROJECT, JOB, BRANCH, 'var-run=${__data.fields.run_key}'),
};

/** From a column of a history, whose frame calls the uuid `run`. */
export const HISTORY_RUN_LINK: DataLink = {
  title: 'Show this run',
  url: to('run', PROJECT, JOB, BRANCH, 'var-run=${__data.fields.run}'),
};

/** From a row with a `project_key` to that project. */
export const PROJECT_LINK: DataLink = {
  title: 'Show this project',
  url: to('project', 'var-project=${__data.fields.project_key}', JOB, BRANCH, 'var-key=project'),
};

/** From a beginning of test names to the tests that begin so, and the next level of names. */
export const PREFIX_LINK: DataLink = {
  title: 'Show the tests that start so',
  url: to('tests', PROJECT, JOB, BRANCH, 'var-prefix=${__data.fields.Prefix:percentencode}'),
};

/** From a row with a `run` to the comparison of the run on show with it. */
export const COMPARE_LINK: DataLink = {
  title: 'Compare the run above with this one',
  url: to('compare', PROJECT, JOB, BRANCH, 'var-run_a=${run}', 'var-run_b=${__data.fields.run_key}'),
};

/** From a row with a `run` to the comparison in which it takes one of the two places. */
export const COMPARE_A_LINK: DataLink = {
  title: 'Compare as run A',
  url: to('compare', PROJECT, JOB, BRANCH, 'var-run_a=${__data.fields.run_key}', 'var-run_b=${run_b}'),
};
export const COMPARE_B_LINK: DataLink = {
  title: 'Compare as run B',
  url: to('compare', PROJECT, JOB, BRANCH, 'var-run_a=${run_a}', 'var-run_b=${__data.fields.run_key}'),
};

/** From a row with a metadata `Value` to the runs that carry it. */
export const VALUE_LINK: DataLink = {
  title: 'Show the runs with this value',
  url: to('project', PROJECT, JOB, BRANCH, '${key:queryparam}', 'var-value=${__data.fields.Value:percentencode}'),
};

/** To wherever the run said that its logs are. */
export const LOGS_LINK: DataLink = { title: 'Open the logs', url: '${__value.raw}', targetBlank: true };
