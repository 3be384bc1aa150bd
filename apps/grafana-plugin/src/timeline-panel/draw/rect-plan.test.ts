import { type AttemptRow, makeAttempts } from '../testing/make-attempt';
import { makeRun } from '../testing/make-run';
import { rankOf } from '../model/kind';
import { layoutRows } from '../model/row-layout';
import { buildTimeline } from '../model/timeline';
import { wholeRun } from '../model/viewport';
import { type Frame, planRects, styleOf } from './rect-plan';

const FRAME: Frame = { view: { from: 0, to: 1000 }, width: 1000, height: 400, scrollTop: 0, density: 1 };
const PASSED = styleOf(rankOf('passed'), false);
const FAILED = styleOf(rankOf('failed'), false);

const plan = (rows: readonly AttemptRow[], frame: Partial<Frame> = {}, bright: Uint8Array | null = null) => {
  const timeline = buildTimeline(makeAttempts(...rows));
  return planRects(timeline, layoutRows(timeline, 400), { ...FRAME, ...frame }, bright);
};
const xs = (rects: readonly number[] = []) => rects.filter((_, at) => at % 4 === 0);
const quads = (rects: readonly number[] = []) =>
  xs(rects).map((_, at) => rects.slice(at * 4, at * 4 + 4).map((n) => Math.round(n * 100) / 100));

describe('planRects()', () => {
  it('should give a rectangle to each box that is wide enough, with a gap to its neighbour', () => {
    const { rects } = plan([
      ['a', 0, 100],
      ['a', 100, 300, 'fail'],
      ['a', 999, 1000],
    ]);
    expect(quads(rects[PASSED])[0]?.slice(0, 3)).toEqual([0, 10, 99]);
    expect(quads(rects[FAILED])[0]?.slice(0, 3)).toEqual([100, 10, 199]);
  });

  it('should show a moment as a pixel', () => {
    const { rects } = plan([
      ['a', 0, 0],
      ['a', 500, 500, 'fail'],
      ['a', 999, 1000],
    ]);
    expect(quads(rects[FAILED]).map(([x, , width]) => [x, width])).toEqual([[500, 1]]);
  });

  it('should show the worst of those that share a pixel, wherever it stands among them', () => {
    const rows = Array.from({ length: 900 }, (_, i): AttemptRow => [
      'a',
      i / 9,
      (i + 1) / 9,
      i % 90 === 45 ? 'fail' : 'success',
    ]);
    const { rects } = plan([...rows, ['a', 999, 1000]]);
    expect(xs(rects[FAILED])).toEqual([5, 15, 25, 35, 45, 55, 65, 75, 85, 95]);
    expect(quads(rects[PASSED])).toHaveLength(12);
  });

  it('should let what does not match stand behind what does, however bad it is', () => {
    const { rects } = plan(
      [
        ['a', 500, 500.1, 'fail'],
        ['a', 500.2, 500.3],
        ['b', 0, 1000],
      ],
      {},
      Uint8Array.of(0, 1, 0),
    );
    expect(xs(rects[PASSED])).toEqual([501 - 1]);
    expect(xs(rects[styleOf(rankOf('failed'), true)])).toEqual([]);
    expect(xs(rects[styleOf(rankOf('passed'), true)])).toEqual([0]);
  });

  it('should mark above the lanes what needs attention and does not fade, once in a few pixels', () => {
    const rows: AttemptRow[] = [
      ['a', 100, 100, 'fail'],
      ['a', 101, 101, 'fail'],
      ['a', 300, 400, 'fail'],
      ['b', 0, 1000],
    ];
    expect(plan(rows).marks[0]).toEqual([100, 10, 352, 10]);
    expect(plan(rows, {}, Uint8Array.of(0, 0, 1, 1)).marks[0]).toEqual([352, 10]);
  });

  it('should cut boxes that leave the screen, and keep their names in it', () => {
    const { rects, wide } = plan([['a', 0, 1000]], { view: { from: 400, to: 500 } });
    const [[x, , width] = []] = quads(rects[PASSED]);
    expect(x).toBeGreaterThanOrEqual(-2);
    expect(x! + width!).toBeLessThanOrEqual(1002);
    expect(wide[0]?.x).toBe(0);
  });

  it('should leave out what is not in view, in time and in height', () => {
    const rows = Array.from({ length: 60 }, (_, i): AttemptRow => [`worker-${i}`, 0, 1000]);
    const { rects } = plan(rows, { height: 40, scrollTop: 100 });
    expect(xs(rects[PASSED]).length).toBeLessThan(8);
    expect(
      plan(
        [
          ['a', 0, 10],
          ['a', 990, 1000],
        ],
        { view: { from: 100, to: 900 } },
      ).rects.flat(),
    ).toEqual([]);
  });

  it('should use each pixel of a sharp screen', () => {
    const { rects } = plan(
      [
        ['a', 0, 0],
        ['a', 500.5, 500.5, 'fail'],
        ['a', 999, 1000],
      ],
      { density: 2 },
    );
    expect(quads(rects[FAILED]).map(([x, , width]) => [x, width])).toEqual([[500.5, 1]]);
  });

  it('should paint no more than the pixels hold, however many boxes there are', () => {
    const timeline = buildTimeline(makeRun({ attempts: 20_000, workers: 8 }));
    const frame = { ...FRAME, view: wholeRun(timeline.wallMs) };
    const { rects, wide, marks } = planRects(timeline, layoutRows(timeline, 400), frame, null);
    expect(rects.reduce((sum, list) => sum + list.length / 4, 0)).toBeLessThanOrEqual(8 * 1000);
    expect(rects.reduce((sum, list) => sum + list.length / 4, 0)).toBeGreaterThan(1000);
    expect(wide.length).toBeLessThanOrEqual(600);
    expect(marks.flat().length / 2).toBeLessThanOrEqual(8 * 251);
  });
});
