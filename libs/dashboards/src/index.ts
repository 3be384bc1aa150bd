export { dashboardFiles, dashboardJson } from './all-dashboards';
export { APP_DATASOURCE_UID, MYSQL_DATASOURCE } from './datasource';
export { dashboardTag, dashboardUid, FLAVOURS, type Flavour } from './flavour';
export { DASHBOARD_NAMES, type DashboardName } from './links';
export { OUTCOME_COLORS, type OutcomeName } from './palette';
