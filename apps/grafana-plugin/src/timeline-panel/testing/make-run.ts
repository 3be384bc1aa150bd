import { type Attempt } from '../model/attempt';
import { makeAttempt } from './make-attempt';

export interface RunShape {
  readonly attempts: number;
  readonly workers: number;
  readonly seed?: number;
  /** Of the first start, milliseconds since 1970. */
  readonly origin?: number;
}

/** A made-up run, the same for the same shape: most tests short, some long, a few of every bad end, pauses between them. */
export function makeRun({ attempts, workers, seed = 1, origin = 1_790_000_000_000 }: RunShape): readonly Attempt[] {
  const random = randomNumbers(seed);
  const clocks = Array.from({ length: workers }, () => random() * 400);
  return Array.from({ length: attempts }, (_, row) => {
    const worker = clocks.indexOf(Math.min(...clocks));
    const length = 4 * Math.exp(random() * 6) * (random() < 0.02 ? 20 : 1);
    const start = (clocks[worker] ?? 0) + random() * 3 + (random() < 0.01 ? 500 * random() : 0);
    clocks[worker] = start + length;
    const status = statusFor(random());
    return makeAttempt({
      row,
      test: `package_${row % 17}.tests.module_${row % 203}.TestClass${row % 71}.test_case_${row}`,
      testKey: row + 1,
      status,
      start: origin + start,
      stop: origin + start + length,
      worker: `worker-${worker}`,
      message: status === 'fail' ? `AssertionError: ${row} != ${row + 1}` : '',
    });
  });
}

function statusFor(number: number): string {
  if (number < 0.01) return 'fail';
  if (number < 0.06) return 'skip';
  if (number < 0.065) return 'xfail';
  return number < 0.067 ? 'uxsuccess' : 'success';
}

/** Numbers from 0 up to 1 (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
