import { growthOf, panelMeasures } from './panel-table';
import type { PanelTiming } from './time-panels';
import { percentile } from './time-query';

const FLOORS = {
  roundTrip: { ms: [1], cpuMs: [0.1], rowsRead: 0, rowsReturned: 1 },
  scan: { ms: [40], cpuMs: [30], rowsRead: 100_000, rowsReturned: 1 },
};

function panel(uid: string, ...cpu: number[]): PanelTiming {
  const timings = cpu.map((ms) => ({ ms: [ms * 2], cpuMs: [ms], rowsRead: 1, rowsReturned: 1 }));
  return { query: { uid, dashboard: uid, panel: 'P', sql: '', defaults: new Map() }, range: 'year', timings, sql: '' };
}

describe('panelMeasures()', () => {
  it('should miss where one panel is too slow, and name it', () => {
    const [clock, cpu] = panelMeasures([panel('tm-sql-job', 100), panel('tm-sql-tests', 160)], [3e6], FLOORS);
    expect(clock).toMatchObject({ result: '320 ms', reached: false });
    expect(clock?.raw).toContain('tm-sql-tests / P (year); 1 of 2 too slow');
    expect(cpu).toMatchObject({ result: '160 ms', reached: true });
  });

  it('should compare sizes, but for panels about one run or one test, and tell growth apart that nobody feels', () => {
    const growth = (...panels: PanelTiming[]) => panelMeasures(panels, [3e6, 10e6], FLOORS).at(-1);
    expect(growth(panel('tm-sql-run', 100, 200), panel('tm-sql-job', 5, 12))).toMatchObject({ reached: true });
    expect(growth(panel('tm-sql-job', 5, 12))?.raw).toContain('by less than 10 ms: 1');
    expect(growth(panel('tm-sql-job', 100, 129))).toMatchObject({ reached: true });
    expect(growth(panel('tm-sql-job', 100, 131))).toMatchObject({ reached: false, result: '1.31 x' });
  });
});

describe('growthOf()', () => {
  it('should compare the last database with the first', () => {
    expect(growthOf(panel('tm-sql-job', 10, 50, 30))).toEqual({ times: 3, ms: 20 });
  });
});

describe('percentile()', () => {
  it('should take the nearest rank', () => {
    expect(percentile([5, 1, 4, 2, 3], 0.95)).toBe(5);
    expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3);
  });
});
