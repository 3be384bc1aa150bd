import { type Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  DashboardBuilder,
  DashboardCursorSync,
  type Panel,
  TimePickerBuilder,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DASHBOARD_TAG, dashboardLinks } from '../links';

/** What all our dashboards share. Times are UTC because the days that long ranges are added up by are. */
export function baseDashboard(title: string, uid: string, description: string): DashboardBuilder {
  return new DashboardBuilder(title)
    .uid(uid)
    .description(description)
    .tags([DASHBOARD_TAG])
    .timezone('utc')
    .tooltip(DashboardCursorSync.Crosshair)
    .time({ from: 'now-30d', to: 'now' })
    .timepicker(new TimePickerBuilder().refreshIntervals(['5s', '30s', '1m', '5m', '15m', '1h']))
    .link(dashboardLinks());
}

/** Puts panels on a dashboard, row by row from left to right. */
export function withPanels(dashboard: DashboardBuilder, panels: readonly Builder<Panel>[]): DashboardBuilder {
  return panels.reduce((filled, panel) => filled.withPanel(panel), dashboard);
}
