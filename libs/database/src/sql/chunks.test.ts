import { chunks, chunksOfBytes, slices } from './chunks';

describe('chunks()', () => {
  it('should give so many items at a time, and the rest', () => {
    expect([...chunks([1, 2, 3, 4, 5], 2)]).toEqual([[1, 2], [3, 4], [5]]);
    expect([...chunks([], 2)]).toEqual([]);
  });
});

describe('chunksOfBytes()', () => {
  const sized = (sizes: readonly number[], most: number): number[][] =>
    [...chunksOfBytes(sizes, (size) => size, most)].map((chunk) => [...chunk]);

  it('should fill each chunk up to the limit and not beyond', () => {
    expect(sized([4, 6, 1, 9, 10, 11, 1], 10)).toEqual([[4, 6], [1, 9], [10], [11], [1]]);
  });

  it('should give an item that is too large alone, and nothing for nothing', () => {
    expect(sized([50, 60], 10)).toEqual([[50], [60]]);
    expect(sized([], 10)).toEqual([]);
  });
});

describe('slices()', () => {
  it('should say where each slice begins', () => {
    expect([...slices('abcde', 2)]).toEqual([
      { start: 0, items: ['a', 'b'] },
      { start: 2, items: ['c', 'd'] },
      { start: 4, items: ['e'] },
    ]);
  });
});
