import { RecentCache } from './recent-cache';

function filled(capacity: number, keys: number): RecentCache<number, string> {
  const cache = new RecentCache<number, string>(capacity);
  for (let key = 0; key < keys; key++) cache.set(key, `value ${key}`);
  return cache;
}

/** Asking changes what is remembered, so that every key is asked of a cache of its own. */
function remembered(make: () => RecentCache<number, string>, keys: number): number[] {
  return Array.from({ length: keys }, (_, key) => key).filter((key) => make().get(key) !== undefined);
}

describe('RecentCache', () => {
  it('should give what was put in', () => {
    const cache = filled(10, 3);
    expect(cache.get(2)).toBe('value 2');
    expect(cache.get(3)).toBeUndefined();
    cache.set(2, 'another');
    expect(cache.get(2)).toBe('another');
  });

  it('should hold the latest half for certain, and never more than its capacity', () => {
    for (const keys of [5, 10, 11, 14, 99, 1000]) {
      const held = remembered(() => filled(10, keys), keys);
      const latest = Array.from({ length: 5 }, (_, index) => keys - 5 + index);
      expect(held.filter((key) => key >= keys - 5)).toEqual(latest);
      expect(held.length).toBeLessThanOrEqual(10);
    }
  });

  it('should keep what is asked for again and again', () => {
    const cache = filled(10, 1);
    for (let key = 1; key < 100; key++) {
      cache.set(key, '');
      expect(cache.get(0)).toBe('value 0');
    }
  });

  it('should not forget the rest when a known key gets another value', () => {
    const make = (): RecentCache<number, string> => {
      const cache = filled(10, 5);
      for (let round = 0; round < 20; round++) cache.set(4, `round ${round}`);
      return cache;
    };
    expect(remembered(make, 5)).toEqual([0, 1, 2, 3, 4]);
  });

  it('should work at its smallest', () => {
    const cache = filled(1, 3);
    expect(cache.get(2)).toBe('value 2');
    expect(cache.get(0)).toBeUndefined();
  });
});
