import { IdCache } from './id-cache';
import { nameHash } from './name-hash';

const hashOf = (id: number): string => nameHash(`test ${id}`);

function filled(capacity: number, ids: number): IdCache {
  const cache = new IdCache(capacity);
  for (let id = 1; id <= ids; id++) cache.set(hashOf(id), id);
  return cache;
}

/** Asking changes what is remembered, so that every id is asked of a cache of its own. */
function remembered(make: () => IdCache, ids: number): number[] {
  return Array.from({ length: ids }, (_, index) => index + 1).filter((id) => {
    const found = make().get(hashOf(id));
    if (found !== undefined) expect(found).toBe(id);
    return found !== undefined;
  });
}

describe('IdCache', () => {
  it('should give what was put in, and nothing else', () => {
    const cache = filled(20_000, 10_000);
    for (let id = 1; id <= 10_000; id++) expect(cache.get(hashOf(id))).toBe(id);
    for (let id = 10_001; id <= 20_000; id++) expect(cache.get(hashOf(id))).toBeUndefined();
  });

  it('should tell hashes apart that differ in one digit, wherever it is', () => {
    const zeros = '0'.repeat(32);
    const cache = new IdCache(200);
    const hashes = [...zeros].map((_, at) => `${zeros.slice(0, at)}f${zeros.slice(at + 1)}`);
    for (const [index, hash] of hashes.entries()) cache.set(hash, index + 1);
    for (const [index, hash] of hashes.entries()) expect(cache.get(hash)).toBe(index + 1);
    expect(cache.get(zeros)).toBeUndefined();
  });

  it('should keep ids beyond four bytes', () => {
    const cache = new IdCache(2);
    cache.set(hashOf(1), Number.MAX_SAFE_INTEGER);
    expect(cache.get(hashOf(1))).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('should hold the latest half for certain, and never more than its capacity', () => {
    for (const ids of [5, 10, 11, 14, 99, 1000]) {
      const held = remembered(() => filled(10, ids), ids);
      const latest = Array.from({ length: 5 }, (_, index) => ids - 4 + index);
      expect(held.filter((id) => id > ids - 5)).toEqual(latest);
      expect(held.length).toBeLessThanOrEqual(10);
    }
  });

  it('should keep what is asked for again and again', () => {
    const cache = filled(10, 1);
    for (let id = 2; id < 100; id++) {
      cache.set(hashOf(id), id);
      expect(cache.get(hashOf(1))).toBe(1);
    }
  });

  it('should not forget the rest when a known hash gets another id', () => {
    const make = (): IdCache => {
      const cache = filled(10, 5);
      for (let round = 0; round < 20; round++) cache.set(hashOf(5), 5);
      return cache;
    };
    expect(remembered(make, 5)).toEqual([1, 2, 3, 4, 5]);
  });

  it('should work at its smallest', () => {
    const cache = filled(1, 3);
    expect(cache.get(hashOf(3))).toBe(3);
    expect(cache.get(hashOf(1))).toBeUndefined();
  });
});
