import { layoutGrid } from './layout';
import { boxOf, hitTest, isSameHit, type Hit } from './hit-test';
import { maxScroll, scrollToCell, visibleWindow } from './visible-window';

const LAYOUT = layoutGrid({
  ...{ width: 600, height: 242, ratio: 1, scrollbar: 0 },
  ...{ rows: 100, columns: 60, longestLabel: 10, rowHeight: 20, cellWidth: 10, nameWidth: 200 },
});
const TOP = { x: 0, y: 0 };

describe('hitTest()', () => {
  it('should find cells, names and headings', () => {
    expect(hitTest(LAYOUT, TOP, { x: 200, y: 42 })).toEqual({ kind: 'cell', row: 0, column: 0 });
    expect(hitTest(LAYOUT, TOP, { x: 229, y: 101 })).toEqual({ kind: 'cell', row: 2, column: 2 });
    expect(hitTest(LAYOUT, TOP, { x: 199, y: 61 })).toEqual({ kind: 'name', row: 0 });
    expect(hitTest(LAYOUT, TOP, { x: 210, y: 41 })).toEqual({ kind: 'header', column: 1 });
  });

  it('should go with the scrolling, and leave names and headings where they are', () => {
    const scroll = { x: 105, y: 50 };
    expect(hitTest(LAYOUT, scroll, { x: 200, y: 42 })).toEqual({ kind: 'cell', row: 2, column: 10 });
    expect(hitTest(LAYOUT, scroll, { x: 5, y: 42 })).toEqual({ kind: 'name', row: 2 });
    expect(hitTest(LAYOUT, scroll, { x: 200, y: 5 })).toEqual({ kind: 'header', column: 10 });
  });

  it('should find nothing in the corner, outside, or behind the last row and column', () => {
    for (const point of [
      { x: 5, y: 5 },
      { x: -1, y: 50 },
      { x: 600, y: 50 },
      { x: 300, y: 242 },
    ])
      expect(hitTest(LAYOUT, TOP, point)).toBeNull();
    const few = { ...LAYOUT, rows: 2, columns: 3 };
    expect(hitTest(few, TOP, { x: 205, y: 90 })).toBeNull();
    expect(hitTest(few, TOP, { x: 235, y: 45 })).toBeNull();
    expect(hitTest(few, TOP, { x: 5, y: 90 })).toBeNull();
  });

  it('should agree with where things are drawn', () => {
    const scroll = { x: 33, y: 71 };
    const hits: Hit[] = [
      { kind: 'cell', row: 7, column: 9 },
      { kind: 'name', row: 7 },
      { kind: 'header', column: 9 },
    ];
    for (const hit of hits) {
      const { x, y, width, height } = boxOf(LAYOUT, scroll, hit);
      expect(hitTest(LAYOUT, scroll, { x: x + width / 2, y: y + height / 2 })).toEqual(hit);
    }
  });
});

describe('isSameHit()', () => {
  it('should compare kind and place', () => {
    const cell: Hit = { kind: 'cell', row: 1, column: 2 };
    expect(isSameHit(cell, { ...cell })).toBe(true);
    expect(isSameHit(cell, { kind: 'name', row: 1 })).toBe(false);
    expect(isSameHit({ kind: 'name', row: 1 }, { kind: 'name', row: 1 })).toBe(true);
    expect(isSameHit({ kind: 'header', column: 1 }, { kind: 'header', column: 2 })).toBe(false);
    expect(isSameHit(null, null)).toBe(true);
    expect(isSameHit(cell, null)).toBe(false);
  });
});

describe('visibleWindow()', () => {
  it('should hold what is seen at all, cut or not', () => {
    expect(visibleWindow(LAYOUT, TOP)).toEqual({ fromRow: 0, toRow: 10, fromColumn: 0, toColumn: 40 });
    expect(visibleWindow(LAYOUT, { x: 5, y: 5 })).toEqual({ fromRow: 0, toRow: 11, fromColumn: 0, toColumn: 41 });
  });

  it('should end with the last row and column', () => {
    expect(visibleWindow(LAYOUT, { x: 9999, y: 9999 })).toEqual({
      fromRow: 100,
      toRow: 100,
      fromColumn: 60,
      toColumn: 60,
    });
    expect(visibleWindow(LAYOUT, maxScroll(LAYOUT))).toMatchObject({ toRow: 100, toColumn: 60 });
  });
});

describe('scrollToCell()', () => {
  it('should stay where the cell is seen', () => {
    expect(scrollToCell(LAYOUT, { x: 30, y: 30 }, { row: 5, column: 10 })).toEqual({ x: 30, y: 30 });
  });

  it('should go as far as needed', () => {
    expect(scrollToCell(LAYOUT, TOP, { row: 10, column: 40 })).toEqual({ x: 10, y: 20 });
    expect(scrollToCell(LAYOUT, { x: 100, y: 100 }, { row: 0, column: 0 })).toEqual({ x: 0, y: 0 });
    expect(scrollToCell(LAYOUT, TOP, { row: 99, column: 59 })).toEqual(maxScroll(LAYOUT));
  });
});
