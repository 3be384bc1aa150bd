/** The pseudo test by which testr and stestr say that a worker exited with a failure. */
export const PROCESS_RETURNCODE = 'process-returncode';

const CLOSE = ']'.charCodeAt(0);

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
  const open = nameLength(testId);
  if (open === testId.length) return null;
  return { name: testId.slice(0, open), attrs: testId.slice(open + 1, -1) };
}

/** Characters of an id before the attributes at its end; all of it where there are none. */
export function nameLength(testId: string): number {
  const last = testId.length - 1;
  if (testId.charCodeAt(last) !== CLOSE) return testId.length;
  const open = testId.lastIndexOf('[');
  if (open < 1) return testId.length;
  // Both are looked for from the end: ids are long, attributes are short.
  const isBroken = testId.lastIndexOf(']', last - 1) > open || testId.lastIndexOf('\n', last - 1) > open;
  return isBroken ? testId.length : open;
}

/** `process-returncode`, with or without attributes: says something about a worker, nothing about a test. */
export function isProcessReturncode(testId: string): boolean {
  if (!testId.startsWith(PROCESS_RETURNCODE)) return false;
  return testId.length === PROCESS_RETURNCODE.length || splitAttributes(testId)?.name === PROCESS_RETURNCODE;
}
