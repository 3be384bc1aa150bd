import { isFailedRun, isInfraRun } from '@testmetrics/domain';
import type { TestOutcome } from './run-outcomes';

/** The sums of one run, as in tm_runs. */
export interface RunFacts {
  readonly tests: number;
  readonly success: number;
  readonly fail: number;
  readonly skip: number;
  readonly xfail: number;
  readonly unfinished: number;
  readonly flaky: number;
  readonly runSeconds: number;
  readonly wallSeconds: number;
  readonly failed: 0 | 1;
  readonly complete: 0 | 1;
  readonly infra: 0 | 1;
}

/** The last attempt, which counts. */
export function lastOf({ attempts }: TestOutcome): TestOutcome['attempts'][number] {
  return attempts[attempts.length - 1] as TestOutcome['attempts'][number];
}

/** One attempt failed and one passed. */
export function isFlaky({ attempts }: TestOutcome): boolean {
  return (
    attempts.length > 1 &&
    attempts.some(({ status }) => status === 'fail') &&
    attempts.some(({ status }) => status === 'success' || status === 'xfail')
  );
}

/** Seconds of the last attempt; `null` where it never ended. */
export function secondsOf(outcome: TestOutcome): number | null {
  const { startMicros, stopMicros } = lastOf(outcome);
  return stopMicros === null ? null : (stopMicros - startMicros) / 1e6;
}

export function factsOf(outcomes: readonly TestOutcome[]): RunFacts {
  const counts = { success: 0, fail: 0, skip: 0, xfail: 0, inprogress: 0 };
  let [flaky, runMicros, first, last] = [0, 0, Infinity, -Infinity];
  for (const outcome of outcomes) {
    const { status, startMicros, stopMicros } = lastOf(outcome);
    counts[status] += 1;
    if (isFlaky(outcome)) flaky += 1;
    if (stopMicros !== null) runMicros += stopMicros - startMicros;
    for (const attempt of outcome.attempts) {
      first = Math.min(first, attempt.startMicros);
      last = Math.max(last, attempt.stopMicros ?? -Infinity);
    }
  }
  const { inprogress: unfinished, ...ended } = counts;
  const totals = {
    ...{ ...ended, uxsuccess: 0, unfinished, flaky, total: outcomes.length },
    ...{ secondsSum: runMicros / 1e6, secondsWall: last > first ? (last - first) / 1e6 : 0 },
  };
  return {
    ...ended,
    tests: outcomes.length,
    unfinished,
    flaky,
    runSeconds: totals.secondsSum,
    wallSeconds: totals.secondsWall,
    failed: isFailedRun(totals, { runnerFailed: false }) ? 1 : 0,
    complete: unfinished === 0 ? 1 : 0,
    infra: isInfraRun(totals) ? 1 : 0,
  };
}
