import { encodeRun } from '@testmetrics/harness';

const START_MICROS = Date.UTC(2026, 8, 1, 3, 17) * 1_000;
const HOUR_MICROS = 3_600_000_000;

/** The stream of a run of new tests, and that of the next run of the same tests, an hour later. Every repetition has others. */
export function runAndNext({
  tests,
  prefix,
  repetition,
}: {
  readonly tests: number;
  /** Another prefix makes other tests. */
  readonly prefix: string;
  readonly repetition: number;
}): { readonly fresh: Buffer; readonly known: Buffer } {
  return {
    fresh: encodeRun({ tests, prefix, seed: repetition + 1, startMicros: START_MICROS }),
    known: encodeRun({ tests, prefix, seed: repetition + 1001, startMicros: START_MICROS + HOUR_MICROS }),
  };
}
