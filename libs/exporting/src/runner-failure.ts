import type { StoredRun } from '@testmetrics/database';

/** The run failed though no test did: a worker said that it exited with a failure. */
export function onlyRunnerFailed({ failed, totals }: Pick<StoredRun, 'failed' | 'totals'>): boolean {
  return failed && totals.fail + totals.uxsuccess + totals.unfinished === 0;
}
