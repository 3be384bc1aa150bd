import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDashboards } from './testing/read-dashboard';

/** The rows of the tables of docs/dashboards.md that name a dashboard and a panel. */
const ROWS = readFileSync(join(__dirname, '../../../docs/dashboards.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .filter(
    (cells) =>
      cells.length === 3 && cells[1] !== 'dashboard' && !/^-+$/.test(cells[1] ?? '') && cells[1] !== 'every dashboard',
  )
  .map(([view = '', dashboard = '', panel = '']) => ({ view, dashboard, panel }));

const PANELS = new Map(readDashboards('app').map(({ title, panels }) => [title, panels.map((panel) => panel.title)]));

describe('docs/dashboards.md', () => {
  it('should have a place for every view of OpenStack Health and StackViz, and for our own questions', () => {
    expect(ROWS.length).toBeGreaterThanOrEqual(44);
  });

  it.each(ROWS)('should name a panel that there is: $view', ({ dashboard, panel }) => {
    expect([...PANELS.keys()]).toContain(dashboard);
    expect(PANELS.get(dashboard)).toContain(panel);
  });

  it('should name every dashboard', () => {
    const named = new Set(ROWS.map(({ dashboard }) => dashboard));
    expect([...PANELS.keys()].filter((title) => !named.has(title))).toEqual([]);
  });
});
