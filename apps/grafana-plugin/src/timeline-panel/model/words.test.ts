import { makeAttempt, makeAttempts } from '../testing/make-attempt';
import { findCriticalChain } from './critical-chain';
import { describeAttempt, describeIdle, explainChain, sumIdle } from './describe';
import { findBright } from './emphasis';
import { findMatches, NO_SEARCH } from './search';
import { attemptsOf, findSelected, selectionOf } from './selection';
import { buildTimeline } from './timeline';
import { countTooShort, isTooShort } from './too-short';

describe('describeAttempt()', () => {
  const timeline = buildTimeline([
    makeAttempt({ test: 'a', start: 1000, stop: 2500, attempts: 2, message: 'boom' }),
    makeAttempt({ test: 'a', attempt: 2, attempts: 2, start: null, stop: null }),
    makeAttempt({ test: 'b', start: 0, stop: 500 }),
  ]);

  it('should say what, how long, when, where and why', () => {
    expect(describeAttempt(timeline, 0, 'Failed')).toBe(
      'Failed: a, attempt 1 of 2, 1.5 s, at +1.0 s, Worker 0, 2 of 2, boom',
    );
  });
  it('should say what is not known', () => {
    expect(describeAttempt(timeline, 1, 'Passed')).toBe('Passed: a, attempt 2 of 2, duration unknown, without times');
    expect(describeAttempt(timeline, 99, 'Passed')).toBe('');
  });
});

describe('describeIdle(), sumIdle()', () => {
  const timeline = buildTimeline(makeAttempts(['worker-0', 100, 400], ['worker-1', 0, 1000], ['worker-0', 500, 600]));

  it('should say when a worker was idle', () => {
    expect(describeIdle(timeline.lanes[0]!)).toBe(
      'Worker 0: 2 attempts, idle 600 ms: 100 ms before the first, 100 ms between them, 400 ms after the last; at most 400 ms at a time.',
    );
    expect(describeIdle(timeline.lanes[1]!)).toBe('Worker 1: 1 attempt, never idle.');
  });
  it('should add up the workers', () => expect(sumIdle(timeline)).toEqual({ idleMs: 600, availableMs: 2000 }));
});

describe('explainChain()', () => {
  it('should explain the wall time, and what even workers would have made of it', () => {
    const timeline = buildTimeline(makeAttempts(['worker-0', 100, 700], ['worker-0', 800, 1000], ['worker-1', 0, 200]));
    expect(explainChain(timeline, findCriticalChain(timeline))).toEqual([
      'Worker 0: the last test to end, and what its worker ran before it: 2 tests. Only where these, or the pauses between them, get shorter does the run.',
      '1 s = 800 ms in these tests + 100 ms between them + 100 ms before the first.',
      'At best 2 workers could do this run in 600 ms, as long as the longest test.',
    ]);
  });
  it('should speak of balance only where there are workers to balance', () => {
    const timeline = buildTimeline(makeAttempts(['', 0, 10]));
    expect(explainChain(timeline, findCriticalChain(timeline))).toHaveLength(2);
  });
  it('should not list a path over hundreds of workers', () => {
    const rows = Array.from({ length: 300 }, (_, i) => [`worker-${i}`, i, i + 1] as const);
    const timeline = buildTimeline(makeAttempts(...rows));
    expect(explainChain(timeline, findCriticalChain(timeline))[0]?.length).toBeLessThan(300);
  });
});

describe('findBright()', () => {
  const timeline = buildTimeline(makeAttempts(['a', 0, 1], ['a', 1, 2], ['a', 2, 3]));
  const some = findMatches(timeline, { text: 'test_1', hidden: new Set() });

  it('should fade nothing where nothing is looked for', () => {
    expect(findBright(findMatches(timeline, NO_SEARCH), null)).toBeNull();
  });
  it('should leave what is in the search, in the chain, or in both', () => {
    expect(findBright(some, null)).toEqual(Uint8Array.of(0, 1, 0));
    expect(findBright(findMatches(timeline, NO_SEARCH), [0, 1])).toEqual(Uint8Array.of(1, 1, 0));
    expect(findBright(some, [0, 1])).toEqual(Uint8Array.of(0, 1, 0));
  });
});

describe('countTooShort()', () => {
  const timeline = buildTimeline(makeAttempts(['a', 0, 1000], ['b', 10, 11], ['b', 20, 20], ['b', 500, 600]));

  it('should count what is in view', () => {
    expect(countTooShort(timeline, { from: 0, to: 1000 }, 1000)).toEqual({ shown: 4, tooShort: 2 });
    expect(countTooShort(timeline, { from: 5, to: 15 }, 1000)).toEqual({ shown: 2, tooShort: 0 });
    expect(countTooShort(timeline, { from: 650, to: 900 }, 1000)).toEqual({ shown: 1, tooShort: 0 });
  });
  it('should agree with the one box', () => {
    expect(isTooShort(10, 11, { from: 0, to: 1000 }, 1000)).toBe(true);
    expect(isTooShort(10, 12, { from: 0, to: 1000 }, 1000)).toBe(false);
  });
});

describe('findSelected(), attemptsOf()', () => {
  const rows = [
    makeAttempt({ test: 'a', attempt: 2 }),
    makeAttempt({ test: 'b' }),
    makeAttempt({ test: 'a', attempt: 1 }),
  ];

  it('should find the same attempt in new data', () => {
    expect(findSelected([...rows].reverse(), selectionOf(rows[0]!))).toBe(2);
    expect(findSelected([], selectionOf(rows[0]!))).toBe(-1);
    expect(findSelected(rows, null)).toBe(-1);
  });
  it('should list the attempts of a test by number', () => {
    expect(attemptsOf(rows, 0)).toEqual([2, 0]);
    expect(attemptsOf(rows, -1)).toEqual([]);
  });
});
