import { ratesFor, runsOnDay, SERIES } from './workload';

describe('ratesFor()', () => {
  it('should leave the nights alone where there are more rows, and give the rows that are asked for', () => {
    const sizes = [100_000, 3_000_000, 10_000_000];
    const rates = sizes.map((rows) => ratesFor(rows, 365, () => 250));
    expect(rates.map(({ periodic }) => periodic > 0 && periodic <= 1)).toEqual([true, true, true]);
    expect(rates[2]?.periodic).toBe(1);
    for (const [index, { periodic, changes }] of rates.entries()) {
      const runs = SERIES.reduce((sum, { queue }) => sum + (queue === 'periodic' ? periodic : changes), 0);
      expect(runs * 250 * 365).toBeCloseTo(sizes[index] ?? 0, 0);
    }
  });
});

describe('runsOnDay()', () => {
  it('should give a third at the weekend, and nights every day', () => {
    const change = SERIES.find(({ queue }) => queue === 'check');
    const night = SERIES.find(({ queue }) => queue === 'periodic');
    const rates = { periodic: 1, changes: 17 / 7 };
    if (change === undefined || night === undefined) throw new Error('no such series');
    expect([runsOnDay(change, rates, false, 0.99), runsOnDay(change, rates, true, 0.99)]).toEqual([3, 1]);
    expect([runsOnDay(night, rates, false, 0.5), runsOnDay(night, rates, true, 0.5)]).toEqual([1, 1]);
  });
});
