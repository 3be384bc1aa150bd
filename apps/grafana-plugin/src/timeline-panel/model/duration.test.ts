import { makeAttempt } from '../testing/make-attempt';
import { durationOf, formatDuration } from './duration';

describe('durationOf()', () => {
  it('should be unknown where a time is missing or it stopped before it started', () => {
    expect(durationOf(makeAttempt({ start: 5, stop: 7.5 }))).toBe(2.5);
    expect(durationOf(makeAttempt({ start: 5, stop: 5 }))).toBe(0);
    expect(durationOf(makeAttempt({ start: 5, stop: 4 }))).toBeNull();
    expect(durationOf(makeAttempt({ start: null }))).toBeNull();
    expect(durationOf(makeAttempt({ stop: null }))).toBeNull();
  });
});

describe('formatDuration()', () => {
  it.each([
    [0, '0 s'],
    [0.0123, '12.3 µs'],
    [0.99999, '1 ms'],
    [12.345, '12.3 ms'],
    [999.4, '999 ms'],
    [999.6, '1 s'],
    [12_345, '12.3 s'],
    [59_960, '1 min'],
    [60_000, '1 min'],
    [123_456, '2 min 3 s'],
    [3_599_999, '1 h'],
    [3_725_000, '1 h 2 min'],
    [-1500, '−1.5 s'],
  ])('should write %d ms as %s', (ms, text) => expect(formatDuration(ms)).toBe(text));
});
