import type { RunBody } from '@testmetrics/api-contract';

/** Tests that did not end well: failed, passed against expectation, or never ended. */
export function failedTests({ fail, uxsuccess, unfinished }: RunBody['tests']): number {
  return fail + uxsuccess + unfinished;
}
