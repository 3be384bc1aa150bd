import { makeAttempts } from '../testing/make-attempt';
import { navigate, MOVES, type Move } from './navigate';
import { buildTimeline } from './timeline';

const timeline = buildTimeline(
  makeAttempts(
    ['worker-0', 10, 20],
    ['worker-0', 0, 10],
    ['worker-0', 5, 30, 'fail'],
    ['worker-1', 0, 18],
    ['worker-1', 18, 40, 'fail'],
    ['worker-2', 39, 41],
    ['worker-2', null, null],
  ),
);
const go = (selected: number, move: Move, accepts?: (id: number) => boolean) =>
  navigate(timeline, selected, move, accepts);

describe('navigate()', () => {
  it('should begin with the first attempt of the first worker', () => {
    expect(go(-1, 'next')).toBe(1);
    expect(go(6, 'next')).toBe(1);
    expect(go(999, 'down')).toBe(1);
  });

  it('should follow the starts within a worker, over its rows, and stop at the ends', () => {
    expect([go(1, 'next'), go(2, 'next'), go(0, 'next')]).toEqual([2, 0, 0]);
    expect([go(0, 'previous'), go(2, 'previous'), go(1, 'previous')]).toEqual([2, 1, 1]);
    expect([go(2, 'first'), go(2, 'last')]).toEqual([1, 0]);
  });

  it('should go to what the next worker ran at that time, and stop at the last worker', () => {
    expect([go(1, 'down'), go(0, 'down'), go(4, 'down'), go(5, 'down')]).toEqual([3, 3, 5, 5]);
    expect([go(5, 'up'), go(3, 'up'), go(1, 'up')]).toEqual([4, 1, 1]);
  });

  it('should pass over what does not match, workers without a match too', () => {
    expect(go(1, 'next', (id) => id !== 2)).toBe(0);
    expect(go(1, 'down', (id) => id > 4)).toBe(5);
    expect(go(-1, 'next', (id) => id === 4)).toBe(4);
    for (const move of MOVES) expect(go(1, move, () => false)).toBe(1);
  });

  it('should go round the failures of all workers by time', () => {
    expect([go(-1, 'nextFailure'), go(2, 'nextFailure'), go(4, 'nextFailure')]).toEqual([2, 4, 2]);
    expect([go(-1, 'previousFailure'), go(2, 'previousFailure'), go(4, 'previousFailure')]).toEqual([4, 4, 2]);
    expect(go(0, 'previousFailure')).toBe(2);
  });

  it('should reach every one of many moments at one time', () => {
    const moments = buildTimeline(makeAttempts(...Array.from({ length: 50 }, () => ['w', 5, 5] as const)));
    let [at, steps] = [0, 0];
    for (let next = navigate(moments, at, 'next'); next !== at; next = navigate(moments, at, 'next')) {
      at = next;
      steps++;
    }
    expect(steps).toBe(49);
  });

  it('should stay where there is nothing to go to', () => {
    const none = buildTimeline(makeAttempts(['w', 0, 1]));
    expect(navigate(none, 0, 'nextFailure')).toBe(0);
    expect(navigate(none, -1, 'previousFailure')).toBe(-1);
  });
});
