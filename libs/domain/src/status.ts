import type { Status } from '@testmetrics/subunit';
import type { AttemptStatus, FinalStatus } from './run-to-store';

/** Every status an attempt can be stored under, in the order of its small number ({@link statusCode}). */
export const ATTEMPT_STATUSES = [
  'unknown',
  'inprogress',
  'success',
  'fail',
  'skip',
  'xfail',
  'uxsuccess',
] as const satisfies readonly AttemptStatus[];

/** The attempt ended: its verdict will not change any more. `exists` is no verdict. */
export function isFinal(status: Status | AttemptStatus): status is FinalStatus {
  return status !== 'exists' && status !== 'inprogress' && status !== 'unknown';
}

/** Counted as a failure: it failed, or it succeeded though a failure was expected. */
export function isFailing(status: Status | AttemptStatus): boolean {
  return status === 'fail' || status === 'uxsuccess';
}

/** Counted as a pass: it succeeded, or it failed as expected. */
export function isPassing(status: Status | AttemptStatus): boolean {
  return status === 'success' || status === 'xfail';
}
