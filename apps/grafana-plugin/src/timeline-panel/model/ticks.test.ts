import { formatElapsed, makeTicks } from './ticks';

describe('makeTicks()', () => {
  it.each([
    [0.01, 0.002],
    [1, 0.2],
    [1000, 200],
    [4000, 1000],
    [60_000, 10_000],
    [600_000, 120_000],
    [7_200_000, 1_800_000],
    [86_400_000 * 3, 43_200_000],
    [86_400_000 * 400, 86_400_000 * 67],
  ])('should count a span of %d ms in round steps', (span, step) => {
    const { stepMs, times } = makeTicks({ from: 0, to: span }, 660);
    expect(stepMs).toBeCloseTo(step, 9);
    expect(times.length).toBeGreaterThanOrEqual(3);
    expect(times.length).toBeLessThanOrEqual(8);
    for (const time of times) expect(Math.abs(time / step - Math.round(time / step))).toBeLessThan(1e-6);
  });

  it('should be round on the clock where an origin is given', () => {
    const { times } = makeTicks({ from: 0, to: 60_000 }, 660, 1_790_000_003_500);
    expect(times.map((time) => (time + 1_790_000_003_500) % 10_000)).toEqual(times.map(() => 0));
  });

  it('should end where a view is odd', () => {
    expect(makeTicks({ from: 0, to: 0 }, 0).times.length).toBeLessThan(10);
    expect(makeTicks({ from: 1e15, to: 1e15 }, 500).times.length).toBeLessThan(20);
  });
});

describe('formatElapsed()', () => {
  it.each([
    [0, 1000, '+0 s'],
    [250, 50, '+0.25 s'],
    [-100, 100, '−0.1 s'],
    [12.5, 0.5, '+12.5 ms'],
    [12, 2, '+12 ms'],
    [3002, 2, '+3.002 s'],
    [12.005, 0.005, '+12.005 ms'],
    [65_000, 5000, '+1:05'],
    [65_250, 50, '+1:05.25'],
    [7_265_000, 5000, '+2:01:05'],
  ])('should write %d ms with a step of %d as %s', (ms, step, text) => expect(formatElapsed(ms, step)).toBe(text));
});
