import { type AttemptRow, makeAttempts } from '../testing/make-attempt';
import { makeRun } from '../testing/make-run';
import { hitTest } from './hit-test';
import { layoutRows } from './row-layout';
import { buildTimeline } from './timeline';
import { toX, wholeRun } from './viewport';

const WIDTH = 1000;
const at = (rows: readonly AttemptRow[], x: number, row = 0, span = 1000) => {
  const timeline = buildTimeline(makeAttempts(...rows));
  const layout = layoutRows(timeline, 200);
  const y = layout.rowTops[row]! + 2;
  return hitTest(timeline, layout, { from: 0, to: span }, WIDTH, { x, y });
};

describe('hitTest()', () => {
  it('should find the box under the pointer', () => {
    expect(
      at(
        [
          ['a', 0, 100],
          ['a', 100, 300],
          ['b', 0, 1000],
        ],
        50,
      ),
    ).toBe(0);
    expect(
      at(
        [
          ['a', 0, 100],
          ['a', 100, 300],
          ['b', 0, 1000],
        ],
        200,
      ),
    ).toBe(1);
    expect(
      at(
        [
          ['a', 0, 100],
          ['a', 100, 300],
          ['b', 0, 1000],
        ],
        200,
        1,
      ),
    ).toBe(2);
  });

  it('should find nothing where nothing is near', () => {
    expect(
      at(
        [
          ['a', 0, 100],
          ['a', 900, 1000],
        ],
        500,
      ),
    ).toBe(-1);
  });

  it('should reach a moment from five pixels away, on both sides', () => {
    const rows: readonly AttemptRow[] = [
      ['a', 0, 10],
      ['a', 500, 500],
      ['a', 900, 1000],
    ];
    expect([494, 496, 500, 505, 506].map((x) => at(rows, x))).toEqual([-1, 1, 1, 1, -1]);
  });

  it('should prefer the box under the pointer to a moment beside it', () => {
    expect(
      at(
        [
          ['a', 0, 500],
          ['a', 502, 502],
          ['a', 600, 1000],
        ],
        499,
      ),
    ).toBe(0);
    expect(
      at(
        [
          ['a', 0, 500],
          ['a', 502, 502],
          ['a', 600, 1000],
        ],
        502,
      ),
    ).toBe(1);
  });

  it('should take the worst of those that share a pixel', () => {
    const rows: readonly AttemptRow[] = [
      ['a', 0, 10],
      ['a', 500, 500.1],
      ['a', 500.1, 500.2, 'fail'],
      ['a', 500.2, 500.3],
      ['a', 900, 1000],
    ];
    expect(at(rows, 500)).toBe(2);
    expect(at(rows, 5.0006, 0, 100)).toBe(0);
  });

  it('should find every one of 20,000 boxes at its middle, at a zoom that shows it', () => {
    const timeline = buildTimeline(makeRun({ attempts: 20_000, workers: 16 }));
    const layout = layoutRows(timeline, 600);
    const found = timeline.boxes.filter((box) => {
      const middle = (box!.start + box!.stop) / 2;
      const span = (box!.stop - box!.start) * 10;
      const view = { from: middle - span / 2, to: middle + span / 2 };
      return hitTest(timeline, layout, view, WIDTH, { x: 500, y: layout.rowTops[box!.row]! + 1 }) === box!.id;
    });
    expect(found).toHaveLength(20_000);
  });

  it('should hit something everywhere on a box, however far the view is', () => {
    const timeline = buildTimeline(makeRun({ attempts: 20_000, workers: 4 }));
    const layout = layoutRows(timeline, 600);
    const view = wholeRun(timeline.wallMs);
    for (const box of timeline.boxes.slice(0, 500)) {
      const point = { x: toX(box!.start, view, WIDTH), y: layout.rowTops[box!.row]! };
      expect(hitTest(timeline, layout, view, WIDTH, point)).toBeGreaterThanOrEqual(0);
    }
  });
});
