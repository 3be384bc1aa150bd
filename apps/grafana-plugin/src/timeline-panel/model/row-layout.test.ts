import { makeAttempt } from '../testing/make-attempt';
import { laneAt, lastAtMost, layoutRows, rowAt, scrollToLane } from './row-layout';
import { buildTimeline } from './timeline';

const lanesOf = (workers: number, stacked = 1) =>
  buildTimeline(
    Array.from({ length: workers * stacked }, (_, i) => makeAttempt({ worker: `worker-${Math.floor(i / stacked)}` })),
  );

describe('layoutRows()', () => {
  it('should use the height that there is, and not more than looks good', () => {
    const layout = layoutRows(lanesOf(4), 120);
    expect(layout.rowHeight).toBe(17);
    expect(layout.contentHeight).toBeLessThanOrEqual(120);
    expect(layoutRows(lanesOf(1), 2000).rowHeight).toBe(40);
  });

  it('should grow beyond the screen before rows get too low to hit', () => {
    const layout = layoutRows(lanesOf(64), 300);
    expect(layout.rowHeight).toBe(9);
    expect(layout.contentHeight).toBeGreaterThan(300);
  });

  it('should find each row and lane again at its height', () => {
    const timeline = lanesOf(3, 4);
    const layout = layoutRows(timeline, 400);
    layout.rowTops.forEach((top, row) => {
      expect(rowAt(layout, top)).toBe(row);
      expect(rowAt(layout, top + layout.rowHeight - 0.5)).toBe(row);
      expect(laneAt(layout, top + 1)).toBe(Math.floor(row / 4));
    });
  });

  it('should give the gap above a lane to its first row, and nothing below the last one', () => {
    const layout = layoutRows(lanesOf(2), 200);
    expect(rowAt(layout, layout.laneTops[1]! - 1)).toBe(1);
    expect(laneAt(layout, layout.laneTops[1]! - 1)).toBe(1);
    expect(rowAt(layout, layout.contentHeight + 50)).toBe(-1);
    expect(laneAt(layout, layout.contentHeight + 50)).toBe(-1);
    expect(rowAt(layout, -100)).toBe(-1);
  });
});

describe('scrollToLane()', () => {
  const layout = layoutRows(lanesOf(64), 300);

  it('should stay where the lane is seen, and go the shortest way where not', () => {
    expect(scrollToLane(layout, 3, 0, 300)).toBe(0);
    expect(scrollToLane(layout, 0, 500, 300)).toBe(0);
    const scrolled = scrollToLane(layout, 63, 0, 300);
    expect(scrolled + 300).toBe(layout.laneTops[63]! + layout.laneHeights[63]!);
  });
});

describe('lastAtMost()', () => {
  it('should find the last of equals', () => {
    expect(lastAtMost([1, 2, 2, 3], 2)).toBe(2);
    expect(lastAtMost([1], 0)).toBe(-1);
    expect(lastAtMost([], 5)).toBe(-1);
  });
});
