import { type Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  type Dashboard,
  DashboardBuilder,
  DashboardCursorSync,
  DashboardLinkBuilder,
  DashboardLinkType,
  type Panel,
  TimePickerBuilder,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { annotationBuilder } from './annotations';
import { type DashboardDescription, type FlavouredPanel } from './description';
import { dashboardTag, dashboardUid, type Flavour } from './flavour';
import { datasourceVariable, type Variable, variableBuilder } from './variables';

/** What all our dashboards share. Times are UTC because the days that long ranges are added up by are. */
export function buildDashboard(description: DashboardDescription, flavour: Flavour): Dashboard {
  const dashboard = new DashboardBuilder(description.title)
    .uid(dashboardUid(description.name, flavour))
    .description(description.description)
    .tags([dashboardTag(flavour)])
    .timezone('utc')
    .tooltip(DashboardCursorSync.Crosshair)
    .time({ from: 'now-30d', to: 'now' })
    .timepicker(new TimePickerBuilder().refreshIntervals(['5s', '30s', '1m', '5m', '15m', '1h']))
    .refresh(description.refresh)
    .link(otherDashboards(flavour))
    .variables([
      ...(flavour === 'app' ? [datasourceVariable()] : []),
      ...description.variables.filter(isOf(flavour)).map((variable) => variableBuilder(variable, flavour)),
    ]);
  for (const annotation of description.annotations ?? []) dashboard.annotation(annotationBuilder(annotation, flavour));
  return description.panels.reduce((filled, panel) => filled.withPanel(ofFlavour(panel, flavour)), dashboard).build();
}

/** Hidden variables are set by panels of ours, which are in the app's flavour only. */
function isOf(flavour: Flavour): (variable: Variable) => boolean {
  return ({ type }) => flavour === 'app' || type !== 'hidden';
}

function ofFlavour(panel: FlavouredPanel, flavour: Flavour): Builder<Panel> {
  return 'build' in panel ? panel : panel[flavour];
}

/** The other dashboards of this flavour, at the top of each. */
function otherDashboards(flavour: Flavour): DashboardLinkBuilder {
  return new DashboardLinkBuilder('Test metrics')
    .type(DashboardLinkType.Dashboards)
    .tags([dashboardTag(flavour)])
    .asDropdown(false)
    .includeVars(true)
    .keepTime(true);
}
