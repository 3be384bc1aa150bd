import type { Status } from '@testmetrics/subunit';
import { EXPECTED_FAILURE_TYPE, UNEXPECTED_SUCCESS_TYPE, UNFINISHED_TYPE } from './attempt-elements';

/** `unfinished`: the report says that the test never ended. */
export type ReportedStatus = Extract<Status, 'success' | 'fail' | 'skip' | 'xfail' | 'uxsuccess'> | 'unfinished';

const SKIPPED_WORDS = new Set(['notrun', 'disabled', 'skipped', 'suppressed', 'ignored', 'pending', 'todo']);
const FAILED_WORDS = new Set(['fail', 'failed', 'failure', 'error', 'broken']);

/** The status that `failure`, `error` or `skipped` stands for. */
export function statusOfElement(name: string, type: string | null): ReportedStatus {
  if (name === 'skipped') return type === EXPECTED_FAILURE_TYPE || type === 'pytest.xfail' ? 'xfail' : 'skip';
  if (type === UNFINISHED_TYPE && name === 'error') return 'unfinished';
  return type === UNEXPECTED_SUCCESS_TYPE ? 'uxsuccess' : 'fail';
}

/** What a test is whose elements say nothing: GoogleTest, CTest and others put it into an attribute. */
export function statusOfAttributes(attributes: Readonly<Record<string, string>>): ReportedStatus {
  const words = [attributes['status'], attributes['result']].map((word) => (word ?? '').toLowerCase());
  if (words.some((word) => SKIPPED_WORDS.has(word))) return 'skip';
  return words.some((word) => FAILED_WORDS.has(word)) ? 'fail' : 'success';
}

/** The worse of two things that a test says of itself. */
export function worse(left: ReportedStatus, right: ReportedStatus): ReportedStatus {
  return ORDER.indexOf(left) >= ORDER.indexOf(right) ? left : right;
}

const ORDER: readonly ReportedStatus[] = ['success', 'skip', 'xfail', 'uxsuccess', 'fail', 'unfinished'];
