import { type DashboardName } from './links';

/**
 * For whom a dashboard is written: `app` asks questions of our datasource and may hold our panels; `sql` holds the same
 * questions as SQL for Grafana's MySQL datasource and panels of Grafana's core only, so that it can be shared publicly.
 */
export const FLAVOURS = ['app', 'sql'] as const;
export type Flavour = (typeof FLAVOURS)[number];

/** Fixed for ever: bookmarks and links from outside carry them. */
export function dashboardUid(name: DashboardName, flavour: Flavour): string {
  return flavour === 'app' ? `tm-${name}` : `tm-sql-${name}`;
}

/** Marks the dashboards of a flavour, so that they link to each other and to those that come later. */
export function dashboardTag(flavour: Flavour): string {
  return flavour === 'app' ? 'test-metrics' : 'test-metrics-sql';
}
