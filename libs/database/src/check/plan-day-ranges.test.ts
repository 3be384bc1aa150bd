import { perMonth, planDayRanges } from './plan-day-ranges';

describe('planDayRanges()', () => {
  it('should cut where enough has gathered, and leave no time out', () => {
    const days = [3, 4, 5, 20, 1].map((tests, index) => ({ day: `2026-11-0${index + 1}`, tests }));
    expect(planDayRanges(days, 10)).toEqual([
      { from: '1000-01-01', before: '2026-11-03' },
      { from: '2026-11-03', before: '2026-11-04' },
      { from: '2026-11-04', before: '2026-11-05' },
      { from: '2026-11-05', before: '9999-12-31' },
    ]);
    expect(planDayRanges([], 10)).toEqual([{ from: '1000-01-01', before: '9999-12-31' }]);
  });
});

describe('perMonth()', () => {
  it('should add days up under the first of their month', () => {
    const days = ['2026-10-31', '2026-11-01', '2026-11-30'].map((day, index) => ({ day, tests: index + 1 }));
    expect(perMonth(days)).toEqual([
      { day: '2026-10-01', tests: 1 },
      { day: '2026-11-01', tests: 5 },
    ]);
  });
});
