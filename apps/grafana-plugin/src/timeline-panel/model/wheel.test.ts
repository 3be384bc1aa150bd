import { decideWheel, type WheelFacts, wheelPixels, zoomFactor } from './wheel';

const facts = (changes: Partial<WheelFacts>): WheelFacts => ({
  deltaX: 0,
  deltaY: -100,
  shiftKey: false,
  altKey: false,
  isOverLabels: false,
  isWhole: false,
  sincePassedMs: Infinity,
  ...changes,
});

describe('decideWheel()', () => {
  it('should zoom', () => {
    expect(decideWheel(facts({}))).toBe('zoom');
    expect(decideWheel(facts({ deltaY: 100 }))).toBe('zoom');
  });
  it('should let the page scroll on where there is nothing to zoom out of', () => {
    expect(decideWheel(facts({ deltaY: 100, isWhole: true }))).toBe('pass');
    expect(decideWheel(facts({ deltaY: -100, isWhole: true }))).toBe('zoom');
  });
  it('should not catch a page that is being scrolled', () =>
    expect(decideWheel(facts({ sincePassedMs: 100 }))).toBe('pass'));
  it('should pan sideways and with Shift', () => {
    expect(decideWheel(facts({ deltaX: 50, deltaY: 3 }))).toBe('pan');
    expect(decideWheel(facts({ shiftKey: true }))).toBe('pan');
    expect(decideWheel(facts({ shiftKey: true, isWhole: true }))).toBe('pass');
  });
  it('should scroll the lanes over their names and with Alt', () => {
    expect(decideWheel(facts({ isOverLabels: true }))).toBe('scroll');
    expect(decideWheel(facts({ altKey: true }))).toBe('scroll');
  });
});

describe('wheelPixels(), zoomFactor()', () => {
  it('should know lines and pages, and bound a turn', () => {
    expect([wheelPixels(3, 1), wheelPixels(-3, 0), wheelPixels(1, 2), wheelPixels(-9999, 0)]).toEqual([
      48, -3, 240, -240,
    ]);
  });
  it('should undo a turn by the opposite one', () => {
    expect(zoomFactor(100) * zoomFactor(-100)).toBeCloseTo(1, 12);
    expect(zoomFactor(-100)).toBeLessThan(1);
  });
});
