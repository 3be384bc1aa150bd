import {
  AnnotationQueryBuilder,
  DashboardBuilder,
  DashboardLinkBuilder,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { dashboardFile, finish } from './finish';
import { statPanel } from './panels/stat-panel';
import { textPanel } from './panels/text-panel';

const text = (title: string) => textPanel({ title, description: title, content: title, width: 12, height: 3 });

const figure = statPanel({
  title: 'Figure',
  description: 'Figure',
  question: { kind: 'runStat', jobKeys: '${job}', measure: 'runs' },
  noData: 'None',
  unit: 'short',
  width: 12,
  height: 3,
});

function build(title = 'One') {
  return new DashboardBuilder(title)
    .uid('one')
    .link(new DashboardLinkBuilder('Others').tags(['a']))
    .annotation(new AnnotationQueryBuilder().name('Releases'))
    .withPanel(text('A'))
    .withPanel(figure)
    .build();
}

describe('finish()', () => {
  const built = build();
  const finished = finish(built, 'app');

  it('should number the panels from 1', () => {
    expect((finished['panels'] as { id: number }[]).map((one) => one.id)).toEqual([1, 2]);
  });

  it('should write the schema of the oldest Grafana, without an id of its own', () => {
    expect(finished).toMatchObject({ schemaVersion: 36, id: null, uid: 'one' });
  });

  it('should not move links and annotations into the controls menu', () => {
    expect(JSON.stringify(built)).toContain('inControlsMenu');
    expect(JSON.stringify(finished)).not.toContain('placement');
  });

  it('should give a panel the datasource of its question', () => {
    expect((finished['panels'] as object[])[1]).toMatchObject({
      datasource: { type: 'testmetrics-ci-datasource', uid: '${ds}' },
      targets: [{ refId: 'A', schema: 1, question: { kind: 'runStat', jobKeys: '${job}', measure: 'runs' } }],
    });
    expect((finish(built, 'sql')['panels'] as object[])[1]).toMatchObject({
      datasource: { type: 'mysql', uid: 'testmetrics-mysql' },
      targets: [{ refId: 'A', format: 'table', rawSql: expect.stringContaining('${job:csv}') }],
    });
  });

  it('should have the revision of its content', () => {
    expect(finish(build(), 'app')['revision']).toBe(finished['revision']);
    expect(finish(build('Two'), 'app')['revision']).not.toBe(finished['revision']);
  });

  it('should sort keys at every depth and end the file with a newline', () => {
    const file = dashboardFile(finished);
    expect(file.endsWith('}\n')).toBe(true);
    JSON.parse(file, (_, value: unknown) => {
      if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
        expect(Object.keys(value)).toEqual(Object.keys(value).sort());
      }
      return value;
    });
  });

  it('should leave what it was given as it was', () => {
    expect(built.schemaVersion).not.toBe(36);
  });
});
