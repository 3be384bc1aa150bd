import { shareOut } from './share-out';
import { type TestDuration } from './test-duration';

const SECOND = 1_000_000;

function tests(...durations: readonly (readonly [string, number])[]): TestDuration[] {
  return durations.map(([id, seconds]) => ({ id, micros: seconds * SECOND }));
}

describe('shareOut()', () => {
  it('should give the longest first to whoever has least to do', () => {
    const suite = tests(['a', 1], ['b', 7], ['c', 5], ['d', 4], ['e', 3]);
    expect(shareOut(suite, { workers: 2 })).toEqual([
      { ids: ['b', 'e'], micros: 10 * SECOND },
      { ids: ['a', 'c', 'd'], micros: 10 * SECOND },
    ]);
  });

  it('should give one worker everything, in the order in which it came', () => {
    expect(shareOut(tests(['b', 1], ['a', 2]), { workers: 1 })).toEqual([{ ids: ['b', 'a'], micros: 3 * SECOND }]);
  });

  it('should leave workers without tests where there are more of them', () => {
    expect(shareOut(tests(['a', 1], ['b', 2]), { workers: 4 }).map(({ ids }) => ids)).toEqual([['b'], ['a'], [], []]);
    expect(shareOut([], { workers: 2 })).toEqual([
      { ids: [], micros: 0 },
      { ids: [], micros: 0 },
    ]);
  });

  it('should leave a huge test alone', () => {
    const small = Array.from({ length: 30 }, (_, index) => [`small ${index}`, 1] as const);
    const [first, ...others] = shareOut(tests(['huge', 1000], ...small), { workers: 4 });
    expect(first).toEqual({ ids: ['huge'], micros: 1000 * SECOND });
    expect(others.map(({ ids }) => ids.length)).toEqual([10, 10, 10]);
  });

  it('should share out evenly by number what takes no time, or the same', () => {
    for (const seconds of [0, 1]) {
      const suite = tests(...Array.from({ length: 100 }, (_, index) => [`t${index}`, seconds] as const));
      expect(shareOut(suite, { workers: 8 }).map(({ ids }) => ids.length)).toEqual([13, 13, 13, 13, 12, 12, 12, 12]);
    }
  });

  it('should keep the tests of a class together where that is asked for', () => {
    const suite = tests(['p.A.one', 3], ['p.B.one', 2], ['p.A.two', 3], ['p.B.two', 2], ['alone', 1]);
    expect(shareOut(suite, { workers: 2, grouping: 'class' })).toEqual([
      { ids: ['p.A.one', 'p.A.two'], micros: 6 * SECOND },
      { ids: ['p.B.one', 'p.B.two', 'alone'], micros: 5 * SECOND },
    ]);
  });

  it('should give every worker the same tests in whatever order the list comes, and each test once', () => {
    const suite = tests(...Array.from({ length: 200 }, (_, index) => [`t${index}`, (index * 37) % 17] as const));
    const shuffled = [...suite].sort((one, other) => (one.id.split('').reverse().join('') < other.id ? 1 : -1));
    const sorted = (list: readonly TestDuration[]) =>
      shareOut(list, { workers: 7 }).map(({ ids, micros }) => ({ ids: [...ids].sort(), micros }));
    expect(sorted(shuffled)).toEqual(sorted(suite));
    expect(
      sorted(suite)
        .flatMap(({ ids }) => ids)
        .sort(),
    ).toEqual(suite.map(({ id }) => id).sort());
  });
});
