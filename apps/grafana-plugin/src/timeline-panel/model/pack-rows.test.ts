import { packRows, type Span } from './pack-rows';

const spans = (...pairs: readonly (readonly [number, number])[]): readonly Span[] =>
  pairs.map(([start, stop]) => ({ start, stop }));

describe('packRows()', () => {
  it('should give no row to nothing', () => expect(packRows([])).toEqual({ rows: [], count: 0 }));

  it('should put one after the other into one row, also where one starts when another stops', () => {
    expect(packRows(spans([0, 5], [5, 7], [9, 9], [9, 12]))).toEqual({ rows: [0, 0, 0, 0], count: 1 });
  });

  it('should stack what overlaps, and use the first row again as soon as it is free', () => {
    expect(packRows(spans([0, 10], [1, 3], [2, 9], [4, 5], [10, 11])).rows).toEqual([0, 1, 2, 1, 0]);
  });

  it('should stack equal spans', () => expect(packRows(spans([0, 1], [0, 1], [0, 1])).count).toBe(3));

  it('should let moments at one time share a row', () => expect(packRows(spans([4, 4], [4, 4])).count).toBe(1));

  it('should never let two spans of a row overlap, nor use more rows than run at once', () => {
    let state = 7;
    const random = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
    const many = Array.from({ length: 1500 }, () => {
      const start = Math.floor(random() * 1200);
      return { start, stop: start + Math.floor(random() ** 4 * 300) };
    }).sort((a, b) => a.start - b.start || a.stop - b.stop);
    const { rows, count } = packRows(many);
    const ends = new Map<number, number>();
    const overlaps = many.filter(({ start, stop }, i) => {
      const end = ends.get(rows[i]!) ?? 0;
      ends.set(rows[i]!, stop);
      return end > start;
    });
    expect(overlaps).toEqual([]);
    const busiest = Math.max(...many.map(({ start }) => many.filter((o) => o.start <= start && o.stop > start).length));
    expect(count).toBeLessThanOrEqual(busiest + 1);
  });

  it('should stack 20,000 spans that all overlap', () => {
    expect(packRows(Array.from({ length: 20_000 }, (_, i) => ({ start: i, stop: 1e6 - i }))).count).toBe(20_000);
  });
});
