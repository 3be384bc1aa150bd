import { durationBucket } from '@testmetrics/domain';

import { bitsToText, noBits, pushBit } from './history-bits';
import type { RunForRollup } from './rollup-input';
import { addToTestDay, noTestDay } from './test-day';
import { testMonthsOf } from './test-month';
import { addToTestState, noTestState } from './test-state';

function runAt(runId: number, overrides: Partial<RunForRollup> = {}): RunForRollup {
  const counts = { success: 0, fail: 0, skip: 0, xfail: 0, uxsuccess: 0, unfinished: 0, flaky: 0, tests: 1 };
  const place = { seriesId: 1, jobId: 1, projectId: 1, branchId: 1, day: '2026-11-01', runAtMicros: runId };
  const facts = {
    runSeconds: 0,
    wallSeconds: 0,
    failed: false,
    complete: true,
    infra: false,
    again: false,
    upload: null,
  };
  return { runId, ...place, ...counts, ...facts, ...overrides };
}

describe('pushBit()', () => {
  it('should carry from one half to the other and forget beyond 64', () => {
    const bits = noBits();
    pushBit(bits, true);
    for (let index = 0; index < 63; index++) pushBit(bits, false);
    expect(bitsToText(bits)).toBe(String(2n ** 63n));
    pushBit(bits, true);
    expect(bitsToText(bits)).toBe('1');
  });
});

describe('addToTestState()', () => {
  it('should leave no bit for skips and for runs in which the environment failed', () => {
    const state = noTestState(runAt(1));
    const result = { testKey: 1, flaky: false, seconds: null, labelSetId: null };
    addToTestState(state, runAt(1), { ...result, outcome: 'fail' });
    addToTestState(state, runAt(2), { ...result, outcome: 'skip' });
    addToTestState(state, runAt(3, { infra: true }), { ...result, outcome: 'fail' });
    addToTestState(state, runAt(4), { ...result, outcome: 'unfinished' });
    expect(state).toMatchObject({
      length: 2,
      consecutiveFails: 2,
      lastRunId: 4,
      lastFailedRunId: 4,
      lastPassedMicros: null,
    });
  });

  it('should take the latest time, not the latest run, where runs come late', () => {
    const state = noTestState(runAt(9));
    for (const runId of [9, 3])
      addToTestState(state, runAt(runId), {
        testKey: 1,
        outcome: 'success',
        flaky: true,
        seconds: 1,
        labelSetId: null,
      });
    expect(state).toMatchObject({
      firstSeenMicros: 3,
      lastSeenMicros: 9,
      lastPassedMicros: 9,
      lastRunId: 3,
      consecutiveFails: 0,
    });
    expect(bitsToText(state.flakyHistory)).toBe('3');
  });
});

describe('addToTestDay()', () => {
  it('should count durations where they are known, and those of passes apart', () => {
    const day = noTestDay();
    const test = { testKey: 1, flaky: false, labelSetId: null };
    addToTestDay(day, { ...test, outcome: 'success', seconds: 2 });
    addToTestDay(day, { ...test, outcome: 'success', seconds: null });
    addToTestDay(day, { ...test, outcome: 'fail', seconds: 3 });
    addToTestDay(day, { ...test, outcome: 'skip', seconds: 5 });
    addToTestDay(day, { ...test, outcome: 'unfinished', seconds: null });
    expect(day).toMatchObject({
      success: 2,
      fail: 1,
      skip: 1,
      unfinished: 1,
      timed: 2,
      seconds: 5,
      passedTimed: 1,
      passedSeconds: 2,
    });
    expect([...day.durations]).toEqual([[durationBucket(2), 1]]);
  });
});

describe('testMonthsOf()', () => {
  it('should add the days of a month up without changing them, and keep series and months apart', () => {
    const group = (first: number, second: string, seconds: number) => {
      const day = noTestDay();
      addToTestDay(day, { testKey: 7, outcome: 'success', flaky: true, seconds, labelSetId: null });
      return [`${first}|${second}`, { first, second, tests: new Map([[7, day]]) }] as const;
    };
    const days = new Map([
      group(1, '2026-10-31', 1),
      group(1, '2026-11-01', 2),
      group(1, '2026-11-30', 4),
      group(2, '2026-11-30', 8),
    ]);
    const months = [...testMonthsOf(days).values()];
    expect(months.map(({ first, second, tests }) => [first, second, tests.get(7)?.seconds])).toEqual([
      [1, '2026-10-01', 1],
      [1, '2026-11-01', 6],
      [2, '2026-11-01', 8],
    ]);
    expect(months[1]?.tests.get(7)).toMatchObject({ success: 2, flaky: 2, timed: 2, passedTimed: 2, passedSeconds: 6 });
    expect(days.get('1|2026-11-01')?.tests.get(7)).toMatchObject({ success: 1, seconds: 2 });
  });
});
