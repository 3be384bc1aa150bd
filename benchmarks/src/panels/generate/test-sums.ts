import { durationBucket } from '@testmetrics/domain';
import type { Status } from './run-outcomes';

/** Of a test in a series and a period: the columns of tm_test_days in their order. */
const COLUMNS = 11;
const OUTCOME_AT: Readonly<Record<Status, number>> = { success: 0, fail: 1, skip: 2, xfail: 3, inprogress: 5 };
const [FLAKY, TIMED, SECONDS, PASSED_TIMED, PASSED_SECONDS] = [6, 7, 8, 9, 10];
const BUCKETS = 128;

export const TEST_SUM_COLUMNS =
  'success, fail, skip, xfail, uxsuccess, unfinished, flaky, timed, seconds, passed_timed, passed_seconds';

/** What a series' tests did in a period, added up while runs go by. */
export class TestSums {
  readonly #keys: readonly number[];
  readonly #withDurations: boolean;
  readonly #sums: Float64Array;
  readonly #buckets = new Map<number, number>();

  /** @param keys - The tests, ascending; they are added by their position here. */
  constructor(keys: readonly number[], { withDurations }: { readonly withDurations: boolean }) {
    this.#keys = keys;
    this.#withDurations = withDurations;
    this.#sums = new Float64Array(keys.length * COLUMNS);
  }

  /** @param seconds - `null` = not known. */
  add(position: number, status: Status, flaky: boolean, seconds: number | null): void {
    const at = position * COLUMNS;
    this.#plus(at + OUTCOME_AT[status], 1);
    if (flaky) this.#plus(at + FLAKY, 1);
    if (seconds === null || status === 'skip') return;
    this.#plus(at + TIMED, 1);
    this.#plus(at + SECONDS, seconds);
    if (status === 'fail') return;
    this.#plus(at + PASSED_TIMED, 1);
    this.#plus(at + PASSED_SECONDS, seconds);
    if (!this.#withDurations) return;
    const bucket = position * BUCKETS + durationBucket(seconds);
    this.#buckets.set(bucket, (this.#buckets.get(bucket) ?? 0) + 1);
  }

  #plus(at: number, value: number): void {
    this.#sums[at] = (this.#sums[at] ?? 0) + value;
  }

  /** The rows of what ran, in the order of the tests: `(head, test, …)`. */
  *rows(head: string): Generator<string> {
    for (const [position, key] of this.#keys.entries()) {
      const sums = this.#sums.subarray(position * COLUMNS, (position + 1) * COLUMNS);
      if (sums.subarray(0, FLAKY).every((count) => count === 0)) continue;
      yield `(${head},${key},${sums.join()})`;
    }
  }

  /** The rows of the histograms: `(head, test, bucket, n)`. */
  *durationRows(head: string): Generator<string> {
    for (const [at, n] of [...this.#buckets].sort(([one], [other]) => one - other)) {
      yield `(${head},${this.#keys[Math.floor(at / BUCKETS)] ?? 0},${at % BUCKETS},${n})`;
    }
  }

  clear(): void {
    this.#sums.fill(0);
    this.#buckets.clear();
  }
}
