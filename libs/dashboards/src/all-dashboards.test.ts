import { dashboardFiles } from './all-dashboards';
import { MYSQL_DATASOURCE } from './datasource';

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly datasource?: unknown;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly fieldConfig?: { readonly defaults: { readonly unit?: string; readonly noValue?: string } };
  readonly targets?: readonly { readonly datasource: unknown; readonly format: string }[];
}

interface Dashboard {
  readonly uid: string;
  readonly panels: readonly Panel[];
  readonly templating: {
    readonly list: readonly { readonly name: string; readonly allowCustomValue?: boolean; readonly type: string }[];
  };
  readonly timezone: string;
}

const DASHBOARDS = [...dashboardFiles().values()].map((text) => JSON.parse(text) as Dashboard);
const PANELS = DASHBOARDS.flatMap((dashboard) => dashboard.panels.map((panel) => ({ ...panel, of: dashboard.uid })));

/** Panels that Grafana 10.1 to 13 and the preview both draw. */
const TYPES = ['timeseries', 'stat', 'table', 'barchart', 'bargauge', 'text'];

describe('every dashboard', () => {
  it('should have a fixed uid and UTC times', () => {
    expect(DASHBOARDS.map((dashboard) => dashboard.uid)).toEqual(['tm-overview', 'tm-job', 'tm-test']);
    expect(DASHBOARDS.every((dashboard) => dashboard.timezone === 'utc')).toBe(true);
  });

  it('should be narrowed by project, job and branch, by keys that nobody types', () => {
    for (const { templating } of DASHBOARDS) {
      expect(templating.list.slice(0, 3).map((variable) => variable.name)).toEqual(['project', 'job', 'branch']);
      for (const variable of templating.list)
        if (variable.type === 'query') expect(variable.allowCustomValue).toBe(false);
    }
  });

  it('should have panels with different ids that lie beside and not on each other', () => {
    for (const { panels } of DASHBOARDS) {
      expect(new Set(panels.map((panel) => panel.id)).size).toBe(panels.length);
      const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
        Array.from({ length: w * h }, (_, index) => `${x + (index % w)},${y + Math.floor(index / w)}`),
      );
      expect(new Set(cells).size).toBe(cells.length);
    }
  });
});

describe.each(PANELS)('panel "$title" of $of', ({ type, title, description, datasource, fieldConfig, targets }) => {
  it('should say what it shows, in a type that every host draws', () => {
    expect(title).not.toBe('');
    expect(description).toMatch(/\.$/);
    expect(TYPES).toContain(type);
  });

  it('should name its datasource, unit and what stands where there is nothing', () => {
    if (type === 'text') return;
    expect(datasource).toEqual(MYSQL_DATASOURCE);
    for (const target of targets ?? []) expect(target.datasource).toEqual(MYSQL_DATASOURCE);
    expect(fieldConfig?.defaults.noValue).toBeTruthy();
    if (type !== 'table') expect(fieldConfig?.defaults.unit).toBeTruthy();
  });
});
