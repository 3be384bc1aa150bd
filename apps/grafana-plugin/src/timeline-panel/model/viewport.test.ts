import {
  between,
  clampViewport,
  isWhole,
  panBy,
  toTime,
  toX,
  viewAround,
  viewToShow,
  wholeRun,
  zoomAt,
} from './viewport';

const whole = wholeRun(1000);

describe('wholeRun()', () => {
  it('should leave a margin, and show a run without length', () => {
    expect(whole).toEqual({ from: -5, to: 1005 });
    expect(wholeRun(0)).toEqual({ from: -0.5, to: 0.5 });
  });
});

describe('clampViewport()', () => {
  it('should move a view that leaves the run back with its span', () => {
    expect(clampViewport({ from: -100, to: 100 }, whole)).toEqual({ from: -5, to: 195 });
    expect(clampViewport({ from: 900, to: 1100 }, whole)).toEqual({ from: 805, to: 1005 });
  });

  it('should give the whole run for what is longer or no number', () => {
    expect(clampViewport({ from: -1e9, to: 1e9 }, whole)).toEqual(whole);
    expect(clampViewport({ from: NaN, to: 5 }, whole)).toEqual(whole);
  });

  it('should not come nearer than a microsecond, around the same middle', () => {
    const view = clampViewport({ from: 500, to: 500 }, whole);
    expect(view.to - view.from).toBeCloseTo(0.001, 9);
    expect((view.from + view.to) / 2).toBeCloseTo(500, 6);
  });

  it('should turn a view around that ends before it begins', () => {
    const { from, to } = clampViewport({ from: 600, to: 400 }, whole);
    expect(to).toBeGreaterThan(from);
  });
});

describe('zoomAt()', () => {
  it('should leave the time under the pointer where it is', () => {
    const view = zoomAt({ from: 100, to: 500 }, 200, 0.5, whole);
    expect(view).toEqual({ from: 150, to: 350 });
    expect(toX(200, view, 800)).toBe(toX(200, { from: 100, to: 500 }, 800));
  });

  it('should stop at the whole run and at the smallest span, whatever the turn', () => {
    expect(zoomAt(whole, 400, 1e9, whole)).toEqual(whole);
    let view = whole;
    for (let turn = 0; turn < 200; turn++) view = zoomAt(view, 400, 0.5, whole);
    expect(view.to - view.from).toBeCloseTo(0.001, 6);
    expect(view.from).toBeLessThanOrEqual(400);
    expect(view.to).toBeGreaterThanOrEqual(400);
  });
});

describe('viewToShow()', () => {
  const view = { from: 100, to: 200 };

  it('should leave a view that shows it', () => expect(viewToShow(view, 100, 200, whole)).toBe(view));
  it('should keep the span where it fits', () => {
    expect(viewToShow(view, 300, 310, whole)).toEqual({ from: 255, to: 355 });
  });
  it('should widen where it would not fit', () => {
    const shown = viewToShow(view, 300, 480, whole);
    expect(shown).toEqual({ from: 290, to: 490 });
  });
  it('should stay inside the run', () => expect(viewToShow(view, 0, 1, whole)).toEqual({ from: -5, to: 95 }));
});

describe('viewAround()', () => {
  it('should come near to a box, and to a moment', () => {
    expect(viewAround(400, 500, whole)).toEqual({ from: 300, to: 600 });
    const near = viewAround(400, 400, whole);
    expect(near.to - near.from).toBeCloseTo(1.01, 6);
  });
});

describe('toX(), toTime()', () => {
  it('should undo each other', () => {
    const view = { from: 12.5, to: 99 };
    expect(toTime(toX(43.21, view, 777), view, 777)).toBeCloseTo(43.21, 9);
  });
});

describe('isWhole(), panBy(), between()', () => {
  it('should know all of the run from a part of it', () => {
    expect(isWhole(whole, whole)).toBe(true);
    expect(isWhole(panBy({ from: 0, to: 100 }, 50, whole), whole)).toBe(false);
    expect(panBy({ from: 0, to: 100 }, 50, whole)).toEqual({ from: 50, to: 150 });
  });

  it('should arrive', () => {
    expect(between({ from: 0, to: 10 }, { from: 4, to: 6 }, 1)).toEqual({ from: 4, to: 6 });
    expect(between({ from: 0, to: 10 }, { from: 4, to: 6 }, 0)).toEqual({ from: 0, to: 10 });
  });
});
