import type { RecordedEnd } from './recorded-suite';
import { moduleOf, type TestInRun } from './test-in-run';
import { SECOND } from './time';

/** One attempt of one test with its place in time. */
export interface ScheduledAttempt {
  readonly testId: string;
  readonly worker: number;
  readonly startMicros: number;
  readonly stopMicros: number;
  readonly end: RecordedEnd;
}

/** Between two tests of a worker. */
const GAP_MICROS = 240;
/** Before the first test, and before the failed ones run again. */
const WARM_UP_MICROS = 1.4 * SECOND;

/**
 * Lays the tests of a run out over its workers: modules stay together, the worker with the least to do gets the next one.
 * What failed runs again when everything is through, on one worker.
 */
export function schedule(tests: readonly TestInRun[], startMicros: number, workers: number): ScheduledAttempt[] {
  const clocks = Array.from({ length: workers }, () => Math.round(startMicros + WARM_UP_MICROS));
  const scheduled: ScheduledAttempt[] = [];
  const run = (test: TestInRun, end: RecordedEnd, worker: number) => {
    const start = clocks[worker] ?? startMicros;
    const stop = start + test.durationMicros;
    clocks[worker] = stop + GAP_MICROS;
    scheduled.push({ testId: test.id, worker, startMicros: start, stopMicros: stop, end });
  };
  for (const module of byModule(tests)) {
    const worker = clocks.indexOf(Math.min(...clocks));
    for (const test of module) if (test.attempts[0] !== undefined) run(test, test.attempts[0], worker);
  }
  for (let retry = 1; tests.some((test) => test.attempts.length > retry); retry++) {
    clocks.fill(Math.round(Math.max(...clocks) + WARM_UP_MICROS));
    for (const test of tests) if (test.attempts[retry] !== undefined) run(test, test.attempts[retry] as RecordedEnd, 0);
  }
  return scheduled;
}

function byModule(tests: readonly TestInRun[]): TestInRun[][] {
  const modules = new Map<string, TestInRun[]>();
  for (const test of tests) {
    const name = moduleOf(test.id);
    const module = modules.get(name);
    if (module === undefined) modules.set(name, [test]);
    else module.push(test);
  }
  return [...modules.values()];
}
