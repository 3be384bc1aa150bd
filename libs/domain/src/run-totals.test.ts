import { bucketLowerSeconds, durationBucket, durationSeconds } from './duration';
import { isFailedRun, isInfraRun, totalsOf } from './run-totals';
import type { AttemptStatus } from './run-to-store';
import { testsOf } from './testing';

const SECOND = 1_000_000;

function ended(
  testId: string,
  status: 'success' | 'fail' | 'skip',
  startMicros: number | null,
  stopMicros: number | null,
) {
  return [
    { testId, status: 'inprogress', timestampMicros: startMicros },
    { testId, status, timestampMicros: stopMicros },
  ] as const;
}

describe('totalsOf()', () => {
  it('should count each test once under its final outcome', () => {
    const tests = testsOf([
      ...(['success', 'fail', 'skip', 'xfail', 'uxsuccess', 'inprogress'] as const).map((status) => ({
        testId: status,
        status,
      })),
      { testId: 'retried', status: 'fail' },
      { testId: 'retried', status: 'success' },
      { testId: 'tagged', tags: ['x'] },
    ]);
    expect(totalsOf(tests)).toEqual({
      total: 8,
      success: 2,
      fail: 1,
      skip: 1,
      xfail: 1,
      uxsuccess: 1,
      unfinished: 2,
      flaky: 1,
      secondsSum: 0,
      secondsWall: 0,
    });
  });

  it('should add up final attempts for the sum, and span all of them for the wall clock', () => {
    const tests = testsOf([
      ...ended('a', 'fail', 10 * SECOND, 20 * SECOND),
      ...ended('a', 'success', 20 * SECOND, 23 * SECOND),
      ...ended('b', 'success', 12 * SECOND, 12.5 * SECOND),
    ]);
    expect(totalsOf(tests)).toMatchObject({ secondsSum: 3.5, secondsWall: 13 });
  });

  it.each([
    ['no times', null, null],
    ['a stop before the start', 9 * SECOND, 3 * SECOND],
    ['no stop', 9 * SECOND, null],
    ['no start', null, 9 * SECOND],
  ])('should leave a test with %s out of the sums', (_, start, stop) => {
    expect(totalsOf(testsOf(ended('a', 'success', start, stop)))).toMatchObject({
      total: 1,
      secondsSum: 0,
      secondsWall: 0,
    });
  });

  it('should take times from 1970 to 2106', () => {
    const last = 0xffff_ffff * SECOND + 999_999;
    expect(totalsOf(testsOf(ended('a', 'success', 0, last)))).toMatchObject({
      secondsSum: last / SECOND,
      secondsWall: last / SECOND,
    });
  });
});

describe('isFailedRun()', () => {
  const none = totalsOf([]);
  it.each([
    ['nothing wrong', none, false, false],
    ['a failed test', { ...none, fail: 1 }, false, true],
    ['an unexpected success', { ...none, uxsuccess: 1 }, false, true],
    ['an unfinished test', { ...none, unfinished: 1 }, false, true],
    ['a worker that exited non-zero', none, true, true],
  ])('should judge %s', (_, totals, runnerFailed, expected) => {
    expect(isFailedRun(totals, { runnerFailed })).toBe(expected);
  });
});

describe('isInfraRun()', () => {
  it.each([
    [{ fail: 17, success: 3 }, true],
    [{ fail: 16, success: 4 }, false],
    [{ fail: 19, success: 0 }, false],
    [{ uxsuccess: 20, xfail: 1 }, true],
    [{ skip: 50 }, false],
  ])('should judge %j: %s', (counts, expected) => {
    const totals = { ...totalsOf([]), ...counts };
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    expect(isInfraRun({ ...totals, total })).toBe(expected);
  });
});

describe('durationSeconds()', () => {
  it.each<[AttemptStatus, number | null, number | null, number | null]>([
    ['success', 0, 1_500_000, 1.5],
    ['fail', 5, 5, 0],
    ['success', 5, 4, null],
    ['inprogress', 0, 1_500_000, null],
    ['unknown', 0, 1_500_000, null],
    ['skip', null, 1, null],
  ])('of %s from %s to %s is %s', (status, startMicros, stopMicros, seconds) => {
    expect(durationSeconds({ status, startMicros, stopMicros })).toBe(seconds);
  });
});

describe('durationBucket()', () => {
  it.each([
    [0, 0],
    [0.0009, 0],
    [0.001, 0],
    [0.002, 4],
    [1, 39],
    [3600, 87],
    [1e12, 127],
    [Infinity, 127],
  ])('should put %s s into bucket %i', (seconds, bucket) => {
    expect(durationBucket(seconds)).toBe(bucket);
  });

  it('should hold every duration between the borders of its bucket', () => {
    for (let seconds = 0.0011; seconds < 1e6; seconds *= 1.07) {
      const bucket = durationBucket(seconds);
      expect(bucketLowerSeconds(bucket)).toBeLessThanOrEqual(seconds * (1 + 1e-12));
      expect(bucketLowerSeconds(bucket + 1)).toBeGreaterThan(seconds * (1 - 1e-12));
    }
  });
});
