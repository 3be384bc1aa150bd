import { percentile } from './ask-together';

describe('percentile()', () => {
  it.each([
    [[3, 1, 2], 0.5, 2],
    [Array.from({ length: 100 }, (_, n) => n + 1), 0.95, 95],
    [[7], 0.95, 7],
    [[], 0.95, NaN],
  ])('should find it whatever the order', (values, share, found) => {
    expect(percentile(values, share)).toBe(found);
  });
});
