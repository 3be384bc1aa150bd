import { statisticOf } from './statistic';

describe('statisticOf()', () => {
  const micros = [5, 1, 9, 2];

  it.each([
    ['last', 5],
    ['mean', 4],
    ['median', 4],
    ['p90', 9],
  ] as const)('should give the %s', (statistic, expected) => {
    expect(statisticOf(micros, statistic)).toBe(expected);
  });

  it.each(['last', 'mean', 'median', 'p90'] as const)('should give the only one there is as %s', (statistic) => {
    expect(statisticOf([7], statistic)).toBe(7);
  });

  it('should leave the two slowest of twenty beyond the 90th percentile', () => {
    const twenty = Array.from({ length: 20 }, (_, index) => index + 1);
    expect(statisticOf(twenty, 'p90')).toBe(18);
    expect(statisticOf(twenty, 'median')).toBe(11);
  });
});
