import { AnnotationQueryBuilder, DashboardBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { dashboardFile, finish } from './finish';
import { dashboardLinks } from './links';
import { textPanel } from './panels/text-panel';

const panel = (title: string) => textPanel({ title, description: title, content: title, width: 12, height: 3 });

describe('finish()', () => {
  const built = new DashboardBuilder('One')
    .uid('one')
    .link(dashboardLinks())
    .annotation(new AnnotationQueryBuilder().name('Releases'))
    .withPanel(panel('A'))
    .withPanel(panel('B'))
    .build();
  const finished = finish(built);

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

  it('should sort keys at every depth and end the file with a newline', () => {
    const text = dashboardFile(finished);
    expect(text.endsWith('}\n')).toBe(true);
    JSON.parse(text, (_, value: unknown) => {
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
