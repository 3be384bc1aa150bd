import { durationBucket } from '@testmetrics/domain';
import type { RunFacts } from './run-facts';

export const JOB_SUM_COLUMNS =
  'runs, failed_runs, infra_runs, incomplete_runs, empty_runs, success, fail, skip, xfail, uxsuccess, unfinished, flaky, run_seconds, wall_seconds';

/** What a series' runs did on a day. */
export class JobSums {
  readonly #sums = new Float64Array(14);
  readonly #buckets = new Map<number, number>();

  add(run: RunFacts): void {
    const values = [
      ...[1, run.failed, run.infra, 1 - run.complete, run.tests === 0 ? 1 : 0],
      ...[run.success, run.fail, run.skip, run.xfail, 0, run.unfinished, run.flaky, run.runSeconds, run.wallSeconds],
    ];
    for (const [index, value] of values.entries()) this.#sums[index] = (this.#sums[index] ?? 0) + value;
    if (run.wallSeconds <= 0) return;
    const bucket = durationBucket(run.wallSeconds);
    this.#buckets.set(bucket, (this.#buckets.get(bucket) ?? 0) + 1);
  }

  row(head: string): string {
    return `(${head},${this.#sums.join()})`;
  }

  *durationRows(head: string): Generator<string> {
    for (const [bucket, n] of this.#buckets) yield `(${head},${bucket},${n})`;
  }
}
