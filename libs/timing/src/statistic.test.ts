import { statisticOf } from './statistic';

describe('statisticOf()', () => {
  const micros = [5, 1, 9, 2];

  it.each([
    ['last', 5],
    ['mean', 4],
    ['median', 4],
    ['p90', 9],
  ] as const)('should give the %s', (statistic, expected) => {
    expect(statisticOf(Float64Array.from(micros), statistic)).toBe(expected);
  });

  it.each(['last', 'mean', 'median', 'p90'] as const)('should give the only one there is as %s', (statistic) => {
    expect(statisticOf(Float64Array.of(7), statistic)).toBe(7);
  });

  it('should leave the two slowest of twenty beyond the 90th percentile', () => {
    const twenty = Array.from({ length: 20 }, (_, index) => index + 1);
    expect(statisticOf(Float64Array.from(twenty), 'p90')).toBe(18);
    expect(statisticOf(Float64Array.from(twenty), 'median')).toBe(11);
  });

  it('should give the same of few and of many, whatever their order', () => {
    for (const length of [2, 20, 64, 65, 200]) {
      const values = Float64Array.from({ length }, (_, index) => ((index * 7919) % 1009) * 1000);
      const sorted = [...values].sort((one, other) => one - other);
      expect(statisticOf(values, 'p90')).toBe(sorted[Math.ceil(0.9 * length) - 1]);
    }
  });
});
