import { parse } from 'yaml';
import { panelId } from '../all-dashboards';
import { readDashboards } from '../testing/read-dashboard';
import { ALERT_GROUPS } from './alert-groups';
import { alertFile } from './alert-files';

interface Rule {
  readonly uid: string;
  readonly title: string;
  readonly condition: string;
  readonly data: readonly {
    readonly refId: string;
    readonly datasourceUid: string;
    readonly relativeTimeRange: { readonly from: number; readonly to: number };
    readonly model: {
      readonly rawSql?: string;
      readonly format?: string;
      readonly conditions?: readonly { readonly evaluator: { readonly type: string; readonly params: number[] } }[];
    };
  }[];
  readonly dashboardUid: string;
  readonly panelId: number;
  readonly annotations: Readonly<Record<string, string>>;
  readonly noDataState: string;
}

const TEXT = alertFile(panelId);
const FILE = parse(TEXT) as { apiVersion: number; groups: { name: string; rules: Rule[] }[] };
const RULES = FILE.groups.flatMap(({ rules }) => rules);

describe('the alert rules', () => {
  it('should have fixed and different uids', () => {
    expect(RULES.map(({ uid }) => uid)).toEqual(ALERT_GROUPS.flatMap(({ rules }) => rules).map(({ uid }) => uid));
    expect(new Set(RULES.map(({ uid }) => uid)).size).toBe(RULES.length);
    expect(FILE.apiVersion).toBe(1);
  });

  it.each(RULES)('should ask the MySQL datasource by its uid, in whole statements with a limit: $title', ({ data }) => {
    expect(data[0]).toMatchObject({ refId: 'A', datasourceUid: 'testmetrics-mysql', model: { format: 'table' } });
    expect(data[0]?.model.rawSql).toMatch(/LIMIT \d+$/);
    expect(data[0]?.relativeTimeRange.from).toBeGreaterThan(0);
  });

  it.each(RULES)('should keep macros as they are and use no dashboard variable: $title', ({ data }) => {
    expect(data[0]?.model.rawSql).toContain('$__timeTo()');
    expect(data[0]?.model.rawSql).not.toMatch(/\$\{|\$\$/);
  });

  it.each(RULES)('should fire for rows over one number: $title', ({ condition, data, noDataState }) => {
    expect(condition).toBe('B');
    expect(data[1]).toMatchObject({
      datasourceUid: '__expr__',
      model: {
        type: 'threshold',
        expression: 'A',
        conditions: [{ evaluator: { type: 'gt', params: [expect.any(Number)] } }],
      },
    });
    expect(noDataState).toBe('OK');
  });

  it.each(RULES)('should lead to a panel that there is: $title', ({ dashboardUid, panelId: id }) => {
    const dashboard = readDashboards('app').find(({ uid }) => uid === dashboardUid);
    expect(dashboard?.panels.map((panel) => panel.id)).toContain(id);
  });

  it.each(RULES)('should have texts that file provisioning leaves alone, raw or not: $title', ({ annotations }) => {
    for (const text of Object.values(annotations)) expect(text).not.toContain('$');
    expect(annotations['summary']).toMatch(/\{\{.*\.(Labels|Values)\./);
  });
});

it('should refuse a panel that there is none of', () => {
  expect(() => panelId({ dashboard: 'job', title: 'No such panel' })).toThrow('No such panel');
});
