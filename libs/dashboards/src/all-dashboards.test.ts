import { definitionOf, type QuestionKind } from '@testmetrics/questions';
import { APP_DATASOURCE, MYSQL_DATASOURCE } from './datasource';
import { FLAVOURS } from './flavour';
import { DASHBOARD_NAMES } from './links';
import { OWN_PANEL_TYPES } from './panels/own-panels';
import { dataLinks, readDashboards } from './testing/read-dashboard';

const ALL = FLAVOURS.flatMap((flavour) => readDashboards(flavour).map((dashboard) => ({ ...dashboard, flavour })));
const PANELS = ALL.flatMap(({ panels, uid, flavour }) => panels.map((panel) => ({ ...panel, of: uid, flavour })));

/** Panels that Grafana 10.1 to 13 and the preview both draw. */
const CORE_TYPES = ['timeseries', 'stat', 'table', 'barchart', 'bargauge', 'text'];

describe.each(ALL)('dashboard $uid', ({ uid, flavour, tags, links, panels, templating, timezone, description }) => {
  it('should have UTC times, a sentence that says what it answers, and links within its flavour', () => {
    expect(timezone).toBe('utc');
    expect(description).toMatch(/^[A-Z].*\.$/);
    expect(links).toEqual([expect.objectContaining({ type: 'dashboards', tags })]);
    expect(tags).toEqual([flavour === 'app' ? 'test-metrics' : 'test-metrics-sql']);
  });

  it('should be narrowed by project, job and branch, by keys that nobody types', () => {
    const names = templating.list.map((variable) => variable.name);
    expect(names).toEqual(expect.arrayContaining(['project', 'job', 'branch']));
    for (const variable of templating.list) {
      if (variable.type !== 'query') continue;
      expect(variable.allowCustomValue).toBe(false);
      expect(variable.datasource).toEqual(flavour === 'app' ? APP_DATASOURCE : MYSQL_DATASOURCE);
    }
    for (const name of ['project', 'job', 'branch']) {
      expect(templating.list.find((variable) => variable.name === name)?.allValue).toBe('0');
    }
  });

  it('should name its datasource by a variable in the app, and by its fixed uid for public dashboards', () => {
    const variable = templating.list.find(({ type }) => type === 'datasource');
    if (flavour === 'sql') expect(variable).toBeUndefined();
    else {
      expect(templating.list[0]).toBe(variable);
      expect(variable).toMatchObject({ name: 'ds', query: APP_DATASOURCE.type, current: { value: 'testmetrics' } });
    }
  });

  it('should have panels with different ids and titles that lie beside and not on each other', () => {
    expect(new Set(panels.map((panel) => panel.id)).size).toBe(panels.length);
    expect(new Set(panels.map((panel) => panel.title)).size).toBe(panels.length);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, index) => `${x + (index % w)},${y + Math.floor(index / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    for (const { gridPos } of panels) expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
  });

  it('should use every variable that it has', () => {
    const text = JSON.stringify([panels, templating.list]);
    for (const { name } of templating.list)
      expect({ uid, name, used: text.includes(`\${${name}`) }).toEqual({ uid, name, used: true });
  });
});

describe('both flavours', () => {
  it('should have the same dashboards under fixed uids', () => {
    expect(readDashboards('app').map(({ uid }) => uid)).toEqual(DASHBOARD_NAMES.map((name) => `tm-${name}`));
    expect(readDashboards('sql').map(({ uid }) => uid)).toEqual(DASHBOARD_NAMES.map((name) => `tm-sql-${name}`));
  });

  it.each(DASHBOARD_NAMES.map((name, index) => ({ name, index })))(
    'should have the same panels in the same places on $name; only ours have a core panel in their place',
    ({ index }) => {
      const app = readDashboards('app')[index]!.panels;
      const sql = readDashboards('sql')[index]!.panels;
      const place = ({ id, gridPos }: (typeof app)[number]) => ({ id, gridPos });
      expect(sql.map(place)).toEqual(app.map(place));
      app.forEach((panel, position) => {
        const other = sql[position]!;
        if (isOwn(panel.type)) expect(isOwn(other.type)).toBe(false);
        else {
          expect({ ...other, targets: [], datasource: null, fieldConfig: null }).toEqual({
            ...panel,
            targets: [],
            datasource: null,
            fieldConfig: null,
            ...('options' in other ? { options: (other as { options: unknown }).options } : {}),
          });
          expect(other.targets?.length).toBe(panel.targets?.length);
        }
      });
    },
  );

  it('should have another revision where the content is another, so that Grafana imports it again', () => {
    const revisions = ALL.map(({ revision }) => revision);
    expect(new Set(revisions).size).toBe(ALL.length);
    expect(revisions.every((revision) => Number.isInteger(revision) && revision >= 0 && revision < 2 ** 31)).toBe(true);
  });
});

function isOwn(type: string): boolean {
  return (OWN_PANEL_TYPES as readonly string[]).includes(type);
}

describe.each(PANELS)('panel "$title" of $of', (panel) => {
  const { type, title, description, datasource, fieldConfig, targets, flavour } = panel;

  it('should say what it shows, in a type that every host draws', () => {
    expect(title).not.toBe('');
    expect(description).toMatch(/[.)]$/);
    if (flavour === 'sql' || !isOwn(type)) expect(CORE_TYPES).toContain(type);
  });

  it('should name its datasource, unit and what stands where there is nothing', () => {
    if (type === 'text') return;
    const expected = flavour === 'app' ? APP_DATASOURCE : MYSQL_DATASOURCE;
    expect(datasource).toEqual(expected);
    for (const target of targets ?? []) expect(target.datasource).toEqual(expected);
    expect(fieldConfig?.defaults.noValue).toBeTruthy();
    if (type !== 'table') expect(fieldConfig?.defaults.unit).toBeTruthy();
  });

  it('should lead to dashboards of its flavour only, with the time range and the filters', () => {
    for (const { title: link, url } of dataLinks(panel)) {
      if (url === '${__value.raw}') continue;
      expect(link).not.toBe('');
      expect(url).toMatch(flavour === 'app' ? /^\/d\/tm-(?!sql)[a-z]+\?\$\{ds:queryparam\}&/ : /^\/d\/tm-sql-[a-z]+\?/);
      expect(url).toMatch(/&\$\{__url_time_range\}$/);
      expect(url).toMatch(
        /(var-project=|\$\{project:queryparam\}).*(var-job=|\$\{job:queryparam\}).*\$\{branch:queryparam\}/,
      );
    }
  });

  it('should look after columns that its question has', () => {
    if (flavour === 'sql') return;
    const columns = (targets ?? []).flatMap(({ question }) => definitionOf(question?.['kind'] as QuestionKind).columns);
    for (const { matcher } of fieldConfig?.overrides ?? []) {
      if (matcher.id === 'byName') expect(columns).toContain(matcher.options);
    }
  });

  it('should link every job, test and run that it names', () => {
    if (flavour === 'sql' || type !== 'table') return;
    const columns = (targets ?? []).flatMap(({ question }) => definitionOf(question?.['kind'] as QuestionKind).columns);
    const urls = dataLinks(panel).map(({ url }) => url);
    const keys = {
      test_key: '/d/tm-test?',
      job_key: '/d/tm-job?',
      run_key: '/d/tm-run?',
      project_key: '/d/tm-project?',
    };
    for (const [column, address] of Object.entries(keys)) {
      if (columns.includes(column))
        expect({ column, urls: urls.some((url) => url.includes(address)) }).toEqual({ column, urls: true });
    }
  });
});
