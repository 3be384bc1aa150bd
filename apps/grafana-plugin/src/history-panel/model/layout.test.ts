import { layoutGrid, type LayoutInput } from './layout';

const INPUT: LayoutInput = {
  width: 1000,
  height: 400,
  ratio: 1,
  scrollbar: 10,
  rows: 10,
  columns: 30,
  longestLabel: 40,
  rowHeight: 20,
  cellWidth: 0,
  nameWidth: 0,
};

describe('layoutGrid()', () => {
  it('should need no scroll bars where everything fits', () => {
    const layout = layoutGrid(INPUT);
    expect(layout).toMatchObject({ scrollsX: false, scrollsY: false, width: 1000, height: 400, rowHeight: 20 });
    expect(layout.contentWidth).toBeLessThanOrEqual(1000);
  });

  it('should give cells the room there is, within limits', () => {
    const widths = [1, 30, 40, 60, 500].map((columns) => layoutGrid({ ...INPUT, columns }).cellWidth);
    expect(widths).toEqual([26, 21, 16, 10, 9]);
  });

  it('should scroll where there is more, and take the bars off what is seen', () => {
    expect(layoutGrid({ ...INPUT, rows: 1000, columns: 200 })).toMatchObject({
      scrollsX: true,
      scrollsY: true,
      width: 990,
      height: 390,
    });
  });

  it('should scroll down too where only the bar below takes the room of the last row', () => {
    const rows = 17;
    expect(layoutGrid({ ...INPUT, rows, height: 385 }).scrollsY).toBe(false);
    expect(layoutGrid({ ...INPUT, rows, height: 385, columns: 200 })).toMatchObject({ scrollsX: true, scrollsY: true });
  });

  it.each([1, 1.25, 1.5, 2, 2.75])('should place cells on whole pixels of a screen with a ratio of %d', (ratio) => {
    const { cellWidth, rowHeight } = layoutGrid({ ...INPUT, ratio, rowHeight: 17.3, columns: 47 });
    for (const size of [cellWidth, rowHeight])
      expect(Math.abs(size * ratio - Math.round(size * ratio))).toBeLessThan(1e-9);
  });

  it('should never let names take the whole panel', () => {
    expect(layoutGrid({ ...INPUT, longestLabel: 4000 }).names).toBe(400);
    expect(layoutGrid({ ...INPUT, nameWidth: 5000 }).names).toBe(700);
    expect(layoutGrid({ ...INPUT, width: 100 })).toMatchObject({ names: 50, figures: 0 });
  });

  it('should keep sizes that were chosen', () => {
    expect(layoutGrid({ ...INPUT, cellWidth: 40, nameWidth: 250 })).toMatchObject({ cellWidth: 40, names: 250 });
  });

  it('should survive a panel without any size, test or run', () => {
    const layout = layoutGrid({ ...INPUT, width: 0, height: 0, rows: 0, columns: 0, longestLabel: 0 });
    expect(Object.values(layout).every((value) => typeof value === 'boolean' || Number.isFinite(value))).toBe(true);
  });
});
