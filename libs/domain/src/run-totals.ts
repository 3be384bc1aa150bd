import { durationSeconds } from './duration';
import type { AttemptStatus, AttemptToStore, RunTotals, TestToStore } from './run-to-store';
import { isFailing, isPassing } from './status';

const INFRA_FAILURE_SHARE = 0.8;
const INFRA_MIN_TESTS = 20;

const COUNTED_AS = {
  success: 'success',
  fail: 'fail',
  skip: 'skip',
  xfail: 'xfail',
  uxsuccess: 'uxsuccess',
  inprogress: 'unfinished',
  unknown: 'unfinished',
} as const satisfies Record<AttemptStatus, keyof RunTotals>;

/** At least one attempt failed and at least one passed, in whatever order. */
export function isFlaky(statuses: readonly AttemptStatus[]): boolean {
  return statuses.some(isFailing) && statuses.some(isPassing);
}

/** Counts every test once under its final outcome and adds up the durations of the final attempts. */
export function totalsOf(tests: Iterable<Pick<TestToStore, 'attempts' | 'flaky'>>): RunTotals {
  const totals = { total: 0, success: 0, fail: 0, skip: 0, xfail: 0, uxsuccess: 0, unfinished: 0, flaky: 0 };
  let secondsSum = 0;
  const wall = new WallClock();
  for (const { attempts, flaky } of tests) {
    const last = attempts[attempts.length - 1];
    if (last === undefined) continue;
    totals.total += 1;
    totals[COUNTED_AS[last.status]] += 1;
    if (flaky) totals.flaky += 1;
    secondsSum += durationSeconds(last) ?? 0;
    for (const attempt of attempts) wall.add(attempt);
  }
  return { ...totals, secondsSum, secondsWall: wall.seconds };
}

/** Last stop minus first start over all attempts. */
class WallClock {
  private first = Infinity;
  private last = -Infinity;

  add({ startMicros, stopMicros }: AttemptToStore): void {
    if (startMicros !== null && startMicros < this.first) this.first = startMicros;
    if (stopMicros !== null && stopMicros > this.last) this.last = stopMicros;
  }

  get seconds(): number {
    return this.last > this.first && Number.isFinite(this.first) ? (this.last - this.first) / 1e6 : 0;
  }
}

/** A test failed or never ended, or a worker said so of itself. */
export function isFailedRun(totals: RunTotals, { runnerFailed }: { readonly runnerFailed: boolean }): boolean {
  return runnerFailed || totals.fail + totals.uxsuccess + totals.unfinished > 0;
}

/** So many of the executed tests failed that the environment is to blame, not the tests. */
export function isInfraRun(totals: Pick<RunTotals, 'success' | 'xfail' | 'fail' | 'uxsuccess' | 'total'>): boolean {
  const fails = totals.fail + totals.uxsuccess;
  const passes = totals.success + totals.xfail;
  return totals.total >= INFRA_MIN_TESTS && fails / (fails + passes) > INFRA_FAILURE_SHARE;
}
