import { DashboardLinkBuilder } from '@grafana/grafana-foundation-sdk/dashboard';

/** Fixed for ever: bookmarks and links from outside carry them. */
export const DASHBOARD_UIDS = { overview: 'tm-overview', job: 'tm-job', test: 'tm-test' } as const;

/** Marks our dashboards, so that they link to each other and to those that come later. */
export const DASHBOARD_TAG = 'test-metrics';

const TIME_RANGE = '${__url_time_range}';

/** A data link as Grafana stores it in a field's settings. */
export interface DataLink {
  readonly title: string;
  readonly url: string;
  readonly targetBlank?: boolean;
}

/** From a row with a `job_key` to that job, with the time range and the other choices. */
export const JOB_LINK: DataLink = {
  title: 'Show this job',
  url: `/d/${DASHBOARD_UIDS.job}?\${project:queryparam}&var-job=\${__data.fields.job_key}&\${branch:queryparam}&${TIME_RANGE}`,
};

/** From a row with a `test_key` to that test; the key is the search text too, which puts the test into the list of choices. */
export const TEST_LINK: DataLink = {
  title: 'Show this test',
  url: `/d/${DASHBOARD_UIDS.test}?\${project:queryparam}&\${job:queryparam}&\${branch:queryparam}&var-search=\${__data.fields.test_key}&var-test=\${__data.fields.test_key}&${TIME_RANGE}`,
};

/** To wherever the run said that its logs are. */
export const LOGS_LINK: DataLink = { title: 'Open the logs', url: '${__value.raw}', targetBlank: true };

/** The other dashboards of this product, at the top of each. */
export function dashboardLinks(): DashboardLinkBuilder {
  return new DashboardLinkBuilder('Test metrics')
    .type('dashboards' as never)
    .tags([DASHBOARD_TAG])
    .asDropdown(false)
    .includeVars(true)
    .keepTime(true);
}
