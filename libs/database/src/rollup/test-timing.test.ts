import type { RunForRollup, TestRunForRollup } from './rollup-input';
import { addToTimings, mergeTimings, type TestTiming } from './test-timing';
import { KEPT_TIMINGS, splitEntries, timingEntry } from './timing-entry';

const SECOND = 1_000_000;

function run(runId: number, overrides: Partial<RunForRollup> = {}): RunForRollup {
  const counts = { success: 0, fail: 0, skip: 0, xfail: 0, uxsuccess: 0, unfinished: 0, flaky: 0, tests: 1 };
  const place = { seriesId: 1, jobId: 1, projectId: 1, branchId: 1, day: '2026-11-01', runAtMicros: runId * SECOND };
  const facts = {
    runSeconds: 0,
    wallSeconds: 0,
    failed: false,
    complete: true,
    infra: false,
    again: false,
    upload: null,
  };
  return { runId, ...place, ...counts, ...facts, upload: null, ...overrides } as RunForRollup;
}

function testRun(overrides: Partial<TestRunForRollup> = {}): TestRunForRollup {
  return { testKey: 7, outcome: 'success', flaky: false, seconds: 1, labelSetId: null, ...overrides };
}

function timingOf(...results: readonly [RunForRollup, TestRunForRollup][]): TestTiming | undefined {
  const timings = new Map<number, TestTiming>();
  for (const [ofRun, result] of results) addToTimings(timings, ofRun, result);
  return timings.get(7);
}

describe('timingEntry()', () => {
  it('should pack time, outcome and duration so that newer is greater', () => {
    expect(timingEntry(1_700_000_000_999_999, 'xfail', 1.5)).toBe('6553F10001000016E360');
    expect(timingEntry(0, 'uxsuccess', 0)).toBe('00000000020000000000');
    expect(timingEntry(SECOND, 'skip', 0) > timingEntry(0, 'success', 99)).toBe(true);
  });

  it('should keep what does not fit at the ends of its range', () => {
    expect(timingEntry(-5, 'fail', 1e9)).toBe('0000000002FFFFFFFFFF');
    expect(timingEntry(5e15 * SECOND, 'success', 0)).toBe('FFFFFFFF010000000000');
  });
});

describe('addToTimings()', () => {
  it('should leave out what has no duration, and runs in which the environment failed', () => {
    expect(timingOf([run(1), testRun({ seconds: null })])).toBeUndefined();
    expect(timingOf([run(1), testRun({ outcome: 'unfinished' })])).toBeUndefined();
    expect(timingOf([run(1, { infra: true }), testRun()])).toBeUndefined();
  });

  it('should keep the newest, and labels of the newest', () => {
    const results = Array.from({ length: 30 }, (_, index): [RunForRollup, TestRunForRollup] => [
      run(index + 1),
      testRun({ seconds: index + 1, labelSetId: index + 1 }),
    ]);
    const timing = timingOf(...results);
    expect(timing).toMatchObject({ lastSeenMicros: 30 * SECOND, lastRunId: 30, labelSetId: 30 });
    expect(timing?.entries).toHaveLength(KEPT_TIMINGS);
    expect(timing?.entries[0]).toBe(timingEntry(30 * SECOND, 'success', 30));
    expect(timing?.entries.at(-1)).toBe(timingEntry(11 * SECOND, 'success', 11));
  });
});

describe('mergeTimings()', () => {
  it('should give the same in whatever order and groups runs come', () => {
    const results = Array.from({ length: 45 }, (_, index): [RunForRollup, TestRunForRollup] => [
      // Several runs begin within one second.
      run(index + 1, { runAtMicros: Math.floor(index / 3) * SECOND }),
      testRun({ seconds: (index * 7) % 11, labelSetId: index }),
    ]);
    const whole = timingOf(...results) as TestTiming;
    const shuffled = results.map((result, index) => ({ result, place: (index * 29) % 45 }));
    shuffled.sort((one, other) => one.place - other.place);
    for (const size of [1, 4, 25]) {
      let merged: TestTiming | undefined;
      for (let from = 0; from < 45; from += size) {
        const part = timingOf(...shuffled.slice(from, from + size).map(({ result }) => result)) as TestTiming;
        merged = merged === undefined ? part : mergeTimings(merged, part);
      }
      expect(merged).toEqual(whole);
    }
  });
});

describe('splitEntries()', () => {
  it('should take apart what was put together', () => {
    const entries = [timingEntry(2 * SECOND, 'fail', 2), timingEntry(SECOND, 'success', 1)];
    expect(splitEntries(entries.join(''))).toEqual(entries);
    expect(splitEntries('')).toEqual([]);
  });
});
