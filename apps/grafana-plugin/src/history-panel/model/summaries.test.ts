import { frameOf } from '../testing/frames';
import { drawnGrid, gridOf } from '../testing/grids';
import { bucketRange } from './bucket-range';
import { outcomesIn } from './outcomes-in';

describe('outcomesIn()', () => {
  it('should name the usual outcomes always and the others where they are', () => {
    expect(outcomesIn(drawnGrid({ a: '.' }))).toEqual(['passed', 'failed', 'flaky', 'skipped']);
    expect(outcomesIn(drawnGrid({ a: 'x-?' }))).toEqual([
      ...['passed', 'failed', 'flaky', 'skipped'],
      ...['xfail', 'unfinished', 'unknown'],
    ]);
  });
});

describe('bucketRange()', () => {
  const buckets = (...times: number[]): ReturnType<typeof gridOf> =>
    gridOf(frameOf({ test: times.map(() => 'a'), time: times, passed: times.map(() => 1) }));

  it('should be as long as the shortest way to the next bucket, for empty ones are missing', () => {
    expect(bucketRange(buckets(100, 300, 400), 0)).toEqual({ from: 100, to: 200 });
  });

  it('should be none where the length is not known, nor for runs', () => {
    expect(bucketRange(buckets(100), 0)).toBeNull();
    expect(bucketRange(buckets(100, 200), 7)).toBeNull();
    expect(bucketRange(drawnGrid({ a: '..' }), 0)).toBeNull();
  });
});
