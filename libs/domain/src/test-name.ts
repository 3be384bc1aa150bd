/** The pseudo test by which testr and stestr say that a worker exited with a failure. */
export const PROCESS_RETURNCODE = 'process-returncode';

export interface SplitId {
  readonly name: string;
  /** The text inside the brackets at the end. */
  readonly attrs: string;
}

/**
 * Splits `name[attributes]` as the reference's clean-up does where the brackets stand at the end of the id.
 *
 * @returns `null` where there is no such group, it is the whole id, or a line ends within it.
 */
export function splitAttributes(testId: string): SplitId | null {
  if (!testId.endsWith(']')) return null;
  const open = testId.lastIndexOf('[');
  if (open < 1) return null;
  const attrs = testId.slice(open + 1, -1);
  if (attrs.includes(']') || attrs.includes('\n')) return null;
  return { name: testId.slice(0, open), attrs };
}

/** `process-returncode`, with or without attributes: says something about a worker, nothing about a test. */
export function isProcessReturncode(testId: string): boolean {
  if (!testId.startsWith(PROCESS_RETURNCODE)) return false;
  return testId.length === PROCESS_RETURNCODE.length || splitAttributes(testId)?.name === PROCESS_RETURNCODE;
}
