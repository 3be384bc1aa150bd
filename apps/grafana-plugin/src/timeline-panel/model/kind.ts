/** What an attempt came to, worst first: where several share a pixel, the worst one is painted. */
export const KINDS = ['failed', 'uxsuccess', 'unfinished', 'flaky', 'skipped', 'xfail', 'passed'] as const;

/** `flaky` is a failed attempt of a test that passed in another attempt. */
export type Kind = (typeof KINDS)[number];

const BY_STATUS: Readonly<Record<string, Kind>> = {
  success: 'passed',
  fail: 'failed',
  skip: 'skipped',
  xfail: 'xfail',
  uxsuccess: 'uxsuccess',
};

/** The kind of a wire status. One that says nothing about an end (`inprogress`, `unknown`, a word of later times) is unfinished. */
export function kindOf(status: string, flaky: boolean): Kind {
  const kind = Object.hasOwn(BY_STATUS, status) ? BY_STATUS[status] : undefined;
  if (kind === 'failed' && flaky) return 'flaky';
  return kind ?? 'unfinished';
}

/** Its place in {@link KINDS}: 0 is the worst. Small, so that rows of thousands of boxes keep it in a byte. */
export function rankOf(kind: Kind): number {
  return KINDS.indexOf(kind);
}

/** Someone should look at it: it failed, passed against expectation, never ended, or failed once. */
export function needsAttention(kind: Kind): boolean {
  return kind === 'failed' || kind === 'uxsuccess' || kind === 'unfinished' || kind === 'flaky';
}
