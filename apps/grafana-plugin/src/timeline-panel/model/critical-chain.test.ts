import { type AttemptRow, makeAttempts } from '../testing/make-attempt';
import { makeRun } from '../testing/make-run';
import { findCriticalChain } from './critical-chain';
import { buildTimeline } from './timeline';

const chainOf = (...rows: readonly AttemptRow[]) => findCriticalChain(buildTimeline(makeAttempts(...rows)));

describe('findCriticalChain()', () => {
  it('should follow the worker that ended last, with the pauses between its tests', () => {
    const chain = chainOf(['a', 0, 10], ['b', 1, 4], ['a', 10, 30], ['b', 6, 40], ['a', 31, 35]);
    expect(chain).toEqual({ links: [1, 3], leadMs: 1, busyMs: 37, gapMs: 2, lanes: [1], longest: [3, 1] });
  });

  it('should add up to the wall time', () => {
    const timeline = buildTimeline(makeRun({ attempts: 3000, workers: 8 }));
    const { leadMs, busyMs, gapMs, links } = findCriticalChain(timeline);
    expect(leadMs + busyMs + gapMs).toBeCloseTo(timeline.wallMs, 6);
    expect(links.length).toBeGreaterThan(100);
  });

  it('should go on with another worker where a phase had ended before a link began', () => {
    const chain = chainOf(['a', 0, 10], ['b', 0, 50], ['c', 50, 60], ['a', 20, 30]);
    expect(chain).toMatchObject({ links: [1, 2], lanes: [1, 2], gapMs: 0 });
  });

  it('should stay with a worker that paused, whatever the others did meanwhile', () => {
    expect(chainOf(['a', 0, 10], ['b', 0, 14], ['a', 15, 30])).toMatchObject({ links: [0, 2], gapMs: 5, lanes: [0] });
  });

  it('should not blame another worker for a late start while something was running', () => {
    const chain = chainOf(['a', 0, 5], ['a', 5, 30], ['b', 6, 40]);
    expect(chain).toMatchObject({ links: [2], leadMs: 6 });
  });

  it('should take, of rows that overlap in one worker, the test that ended last before the next one', () => {
    expect(chainOf(['', 0, 10], ['', 2, 8], ['', 10, 20]).links).toEqual([0, 2]);
  });

  it('should end where many moments share one time', () => {
    const rows = Array.from({ length: 500 }, () => ['a', 5, 5] as const);
    const { links } = chainOf(['a', 0, 5], ...rows, ['a', 5, 9]);
    expect(new Set(links).size).toBe(links.length);
    expect(links[0]).toBe(0);
    expect(links.at(-1)).toBe(501);
  });

  it('should prefer what is known to have ended last to what never ended', () => {
    expect(chainOf(['a', 0, null, 'inprogress'], ['b', 0, 10]).links).toEqual([1]);
    expect(chainOf(['a', 0, 3], ['b', 0, 10], ['a', 4, null, 'inprogress']).links).toEqual([1]);
  });

  it('should know a run of one attempt, and one that took no time', () => {
    expect(chainOf(['a', 3, 8])).toMatchObject({ links: [0], leadMs: 0, busyMs: 5, gapMs: 0, longest: [0] });
    expect(chainOf(['a', 3, 3])).toMatchObject({ links: [0], busyMs: 0 });
  });

  it('should name no more than the five longest links', () => {
    const rows = Array.from({ length: 9 }, (_, i) => ['a', i * 10, i * 10 + i + 1] as const);
    expect(chainOf(...rows).longest).toEqual([8, 7, 6, 5, 4]);
  });
});
