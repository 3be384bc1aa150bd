import { aggCountChart } from './bar-charts';
import { layOut, plotWidth } from './page';

function chartOf(test: string, tests: number) {
  const item = { id: 1, test, passed: 1_234_567, failed: 89, skipped: 0 };
  return aggCountChart(
    {
      graph: 'agg_count',
      since: '2026-09-01T00:00:00.000000Z',
      until: '2026-09-02T00:00:00.000000Z',
      found: tests,
      items: Array.from({ length: tests }, () => item),
    },
    { successGraph: true, skipGraph: true },
  );
}

describe('layOut()', () => {
  it('should be as high as what is in it: more bars, longer names, a longer title', () => {
    const height = (name: string, tests: number, title?: string) => layOut(chartOf(name, tests), title).height;
    expect(height('a.b', 20) - height('a.b', 10)).toBe(10 * 26);
    expect(height(`${'long.name.'.repeat(40)}x`, 2)).toBeGreaterThan(height('a.b', 2) + 100);
    expect(height('a.b', 2, 'a title '.repeat(40)) - height('a.b', 2)).toBe(2 * 26);
  });

  it('should leave room to draw in, however long names and labels are', () => {
    expect(plotWidth(chartOf('very.long.name.'.repeat(60), 3))).toBeGreaterThan(250);
  });
});
