import { type BrushDrag, brushPartAt, clickOverview, dragBrush, nudgeBrush } from './brush';

const whole = { from: 0, to: 1000 };
const view = { from: 200, to: 400 };
const drag = (part: BrushDrag['part'], pressed: number, now: number) => dragBrush({ part, view, pressed, now }, whole);

describe('brushPartAt()', () => {
  const at = (x: number) => brushPartAt(x, 200, 400, { view, whole });

  it('should know handles, body and the rest', () => {
    expect([at(195), at(207), at(300), at(395), at(405), at(100), at(500)]).toEqual([
      'from',
      'from',
      'body',
      'to',
      'to',
      'outside',
      'outside',
    ]);
  });

  it('should let each handle be held where they meet', () => {
    expect(brushPartAt(299, 300, 301, { view, whole })).toBe('from');
    expect(brushPartAt(302, 300, 301, { view, whole })).toBe('to');
    expect(brushPartAt(299, 300, 300, { view, whole })).toBe('from');
    expect(brushPartAt(301, 300, 300, { view, whole })).toBe('to');
  });

  it('should choose anew inside of a brush that covers everything', () => {
    expect(brushPartAt(500, 0, 1000, { view: whole, whole })).toBe('outside');
    expect(brushPartAt(2, 0, 1000, { view: whole, whole })).toBe('from');
  });
});

describe('dragBrush()', () => {
  it('should zoom by a handle', () => {
    expect(drag('from', 200, 150)).toEqual({ from: 150, to: 400 });
    expect(drag('to', 400, 900)).toEqual({ from: 200, to: 900 });
  });
  it('should turn round where one handle passes the other', () =>
    expect(drag('from', 200, 600)).toEqual({ from: 400, to: 600 }));
  it('should pan by the body, and stop at the end', () => {
    expect(drag('body', 300, 350)).toEqual({ from: 250, to: 450 });
    expect(drag('body', 300, 9999)).toEqual({ from: 800, to: 1000 });
  });
  it('should choose anew elsewhere, in either direction', () => {
    expect(drag('outside', 700, 600)).toEqual({ from: 600, to: 700 });
  });
});

describe('clickOverview(), nudgeBrush()', () => {
  it('should bring the brush to the click', () => {
    expect(clickOverview(view, 700, whole)).toEqual({ from: 600, to: 800 });
    expect(clickOverview(view, 0, whole)).toEqual({ from: 0, to: 200 });
    expect(clickOverview(whole, 500, whole)).toEqual({ from: 437.5, to: 562.5 });
  });

  it('should move one handle by a fiftieth, not beyond the run', () => {
    expect(nudgeBrush(view, 'from', 1, whole)).toEqual({ from: 204, to: 400 });
    expect(nudgeBrush(view, 'to', -1, whole)).toEqual({ from: 200, to: 396 });
    expect(nudgeBrush(whole, 'to', 1, whole)).toEqual(whole);
    expect(nudgeBrush(whole, 'from', -1, whole)).toEqual(whole);
  });
});
