import { dashboardFiles } from './all-dashboards';
import { publicFiles } from './public-files';

describe('publicFiles()', () => {
  const files = [...publicFiles(dashboardFiles('sql'))];

  it.each(files)('should have no variable that Grafana would have to replace for a stranger: %s', (_name, text) => {
    expect(text).not.toMatch(/\$\{/);
    expect((JSON.parse(text) as { readonly templating: unknown }).templating).toEqual({ list: [] });
  });

  it.each(files)('should have a name of its own and no link: %s', (_name, text) => {
    expect((JSON.parse(text) as { readonly uid: string }).uid).toMatch(/^tm-public-/);
    expect(text).not.toContain('/d/tm-');
  });

  it('should refuse to share what is not there', () => {
    expect(() => publicFiles(new Map())).toThrow('overview.json');
  });
});
