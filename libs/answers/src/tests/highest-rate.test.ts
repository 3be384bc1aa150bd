import { highestRate } from './highest-rate';

describe('highestRate()', () => {
  it('should be 1 where there is nothing to go by, and come down with every pass', () => {
    expect(highestRate(0, 0)).toBe(1);
    expect(highestRate(0, 1)).toBeCloseTo(0.793, 3);
    expect(highestRate(0, 10)).toBeCloseTo(0.2775, 4);
    expect(highestRate(0, 1000)).toBeCloseTo(0.00383, 5);
  });

  it('should lie above the rate itself, and never above 1', () => {
    expect(highestRate(5, 10)).toBeCloseTo(0.7634, 4);
    expect(highestRate(10, 10)).toBe(1);
  });
});
