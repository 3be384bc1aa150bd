import { planMonthPartitions } from './plan-month-partitions';

const NOW = new Date('2026-11-24T00:00:00Z');

describe('planMonthPartitions()', () => {
  it('should give an empty table the months behind and ahead', () => {
    expect(planMonthPartitions({ bounds: [], now: NOW }, { back: 1, ahead: 1 })).toEqual([
      '2026-11-01',
      '2026-12-01',
      '2027-01-01',
    ]);
  });

  it('should go on after the last one, and have nothing to do where there are enough', () => {
    const bounds = ['2026-11-01', '2026-12-01'];
    expect(planMonthPartitions({ bounds, now: NOW }, { back: 13, ahead: 2 })).toEqual(['2027-01-01', '2027-02-01']);
    expect(planMonthPartitions({ bounds: ['2027-02-01'], now: NOW }, { back: 13, ahead: 2 })).toEqual([]);
  });
});
