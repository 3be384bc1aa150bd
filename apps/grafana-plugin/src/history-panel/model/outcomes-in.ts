import { type Grid } from './grid';
import { OUTCOMES, type Outcome } from './outcome';

/** What every grid explains, so that a legend does not jump with each refresh. */
const ALWAYS: readonly Outcome[] = ['passed', 'failed', 'flaky', 'skipped'];

/** The outcomes that a legend has to explain, in their order. */
export function outcomesIn({ cells }: Grid): readonly Outcome[] {
  const found = new Uint8Array(OUTCOMES.length);
  for (let cell = 0; cell < cells.outcome.length; cell++) found[cells.outcome[cell] ?? 0] = 1;
  return OUTCOMES.filter((outcome, code) => found[code] === 1 || ALWAYS.includes(outcome));
}
