/** What a cell may say, in the order of the legend. A cell's code is its index here. */
export const OUTCOMES = [
  'passed',
  'failed',
  'flaky',
  'skipped',
  'xfail',
  'uxsuccess',
  'unfinished',
  'unknown',
] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** The words of the question and those of the protocol. */
const WORDS: ReadonlyMap<string, Outcome> = new Map<string, Outcome>([
  ...OUTCOMES.map((outcome): [string, Outcome] => [outcome, outcome]),
  ['success', 'passed'],
  ['ok', 'passed'],
  ['pass', 'passed'],
  ['fail', 'failed'],
  ['failure', 'failed'],
  ['error', 'failed'],
  ['skip', 'skipped'],
  ['flake', 'flaky'],
  ['inprogress', 'unfinished'],
]);

/** The most telling first: it is shown where two rows are about one cell. */
const SEVERITY: readonly Outcome[] = [
  'failed',
  'uxsuccess',
  'unfinished',
  'flaky',
  'unknown',
  'xfail',
  'passed',
  'skipped',
];

/** A word that is not known stays a result: it is drawn as `unknown`, never as a pass. */
export function readOutcome(value: unknown): Outcome {
  return WORDS.get(String(value).trim().toLowerCase()) ?? 'unknown';
}

export function outcomeCode(outcome: Outcome): number {
  return OUTCOMES.indexOf(outcome);
}

export function outcomeOfCode(code: number | undefined): Outcome {
  return OUTCOMES[code ?? -1] ?? 'unknown';
}

const SEVERITY_OF_CODE = OUTCOMES.map((outcome) => SEVERITY.length - SEVERITY.indexOf(outcome));

/** Which of two codes says more. */
export function worseCode(a: number, b: number): number {
  return (SEVERITY_OF_CODE[a] ?? 0) >= (SEVERITY_OF_CODE[b] ?? 0) ? a : b;
}

/** Counts as a failure, as on all dashboards: what never ended did not pass. */
export function isFailure(outcome: Outcome): boolean {
  return outcome === 'failed' || outcome === 'uxsuccess' || outcome === 'unfinished';
}

/** Is in the denominator of a failure rate: neither skips nor results that say nothing. */
export function isRated(outcome: Outcome): boolean {
  return outcome === 'passed' || outcome === 'xfail' || outcome === 'flaky' || isFailure(outcome);
}
