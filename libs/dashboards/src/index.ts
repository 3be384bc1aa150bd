export { dashboardFiles } from './all-dashboards';
export { MYSQL_DATASOURCE } from './datasource';
export { DASHBOARD_TAG, DASHBOARD_UIDS } from './links';
export { OUTCOME_COLORS, type OutcomeName } from './palette';
