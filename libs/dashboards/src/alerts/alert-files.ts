import { stringify } from 'yaml';
import { MYSQL_DATASOURCE } from '../datasource';
import { dashboardUid } from '../flavour';
import { type JsonObject } from '../json';
import { ALERT_GROUPS } from './alert-groups';
import { type AlertGroup, type AlertRule } from './rule';

const FOLDER = 'Test metrics';

const HEAD = `# Generated from libs/dashboards/src/alerts: the numbers stand in thresholds.ts, "npm run generate" writes this file.
`;

/** Finds the id that a panel has in the app flavour; an alert that names a panel that is not there is a mistake. */
export type FindPanel = (panel: AlertRule['panel']) => number;

/** The text of provisioning/alerting/testmetrics.yaml, for Grafana's file provisioning. */
export function alertFile(findPanel: FindPanel): string {
  const groups = ALERT_GROUPS.map((group) => alertGroup(group, findPanel));
  return HEAD + stringify({ apiVersion: 1, groups }, { lineWidth: 0, blockQuote: 'literal' });
}

function alertGroup({ name, intervalMinutes, rules }: AlertGroup, findPanel: FindPanel): JsonObject {
  return {
    orgId: 1,
    name: `Test metrics: ${name}`,
    folder: FOLDER,
    interval: `${intervalMinutes}m`,
    rules: rules.map((rule) => alertRule(rule, findPanel)),
  };
}

function alertRule(rule: AlertRule, findPanel: FindPanel): JsonObject {
  return {
    uid: rule.uid,
    title: rule.title,
    condition: 'B',
    data: [question(rule), threshold(rule)],
    dashboardUid: dashboardUid(rule.panel.dashboard, 'app'),
    panelId: findPanel(rule.panel),
    // No row is no reason for an alert: nothing failed, or nothing is stored yet.
    noDataState: 'OK',
    execErrState: 'Error',
    for: `${rule.forMinutes}m`,
    annotations: { summary: literal(rule.summary), description: literal(rule.description) },
    labels: { source: 'test-metrics', severity: rule.severity },
    isPaused: false,
  };
}

/** Nothing is replaced in a model: "$__timeFrom()" stays as it is. */
function question({ query, hours }: AlertRule): JsonObject {
  return {
    refId: 'A',
    relativeTimeRange: { from: hours * 3600, to: 0 },
    datasourceUid: MYSQL_DATASOURCE.uid,
    model: { refId: 'A', editorMode: 'code', format: query.format, rawQuery: true, rawSql: query.sql },
  };
}

function threshold({ above }: AlertRule): JsonObject {
  return {
    refId: 'B',
    relativeTimeRange: { from: 0, to: 0 },
    datasourceUid: '__expr__',
    model: {
      refId: 'B',
      type: 'threshold',
      datasource: { type: '__expr__', uid: '__expr__' },
      expression: 'A',
      conditions: [{ evaluator: { type: 'gt', params: [above] } }],
    },
  };
}

/** Outside of models Grafana reads "$name" as a variable of its environment, and "$$" as the sign itself. */
function literal(text: string): string {
  return text.replaceAll('$', '$$$$');
}
