import type { RecordedEnd } from './recorded-suite';
import { schedule } from './schedule';
import type { TestInRun } from './test-in-run';

const PASS: RecordedEnd = { status: 'success', attachments: [] };
const FAIL: RecordedEnd = { status: 'fail', attachments: [] };

const test = (id: string, attempts: RecordedEnd[] = [PASS]): TestInRun => ({ id, durationMicros: 1_000, attempts });

describe('schedule()', () => {
  it('should run the tests of a worker one after the other', () => {
    const attempts = schedule([test('m.C.a'), test('m.C.b'), test('m.C.c')], 0, 1);
    const sorted = [...attempts].sort((a, b) => a.startMicros - b.startMicros);
    for (const [index, attempt] of sorted.entries()) {
      const next = sorted[index + 1];
      if (next !== undefined) expect(next.startMicros).toBeGreaterThanOrEqual(attempt.stopMicros);
    }
  });

  it('should keep modules together and use every worker', () => {
    const tests = ['a', 'b', 'c', 'd'].flatMap((module) => [test(`${module}.C.one`), test(`${module}.C.two`)]);
    const attempts = schedule(tests, 0, 2);
    expect(new Set(attempts.map(({ worker }) => worker))).toEqual(new Set([0, 1]));
    for (const module of ['a', 'b', 'c', 'd']) {
      const workers = attempts.filter(({ testId }) => testId.startsWith(module)).map(({ worker }) => worker);
      expect(new Set(workers).size).toBe(1);
    }
  });

  it('should run what failed again after everything else', () => {
    const attempts = schedule([test('m.C.flaky', [FAIL, PASS]), test('n.C.good')], 0, 2);
    const retry = attempts.at(-1);
    expect(retry).toMatchObject({ testId: 'm.C.flaky', end: PASS });
    for (const earlier of attempts.slice(0, -1)) expect(retry?.startMicros).toBeGreaterThan(earlier.stopMicros);
  });
});
