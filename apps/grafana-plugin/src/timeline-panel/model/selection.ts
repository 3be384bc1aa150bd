import { type Attempt } from './attempt';

/** The selected attempt, in a form that outlives new data: loading attachments brings all frames anew. */
export interface Selection {
  readonly test: string;
  readonly attempt: number;
}

export function selectionOf({ test, attempt }: Attempt): Selection {
  return { test, attempt };
}

/** Its id in these attempts, or -1. */
export function findSelected(attempts: readonly Attempt[], selection: Selection | null): number {
  if (selection === null) return -1;
  return attempts.findIndex(({ test, attempt }) => test === selection.test && attempt === selection.attempt);
}

/** The ids of all attempts of the test of one, by number. */
export function attemptsOf(attempts: readonly Attempt[], id: number): readonly number[] {
  const test = attempts[id]?.test;
  if (test === undefined) return [];
  const ids = attempts.flatMap((attempt, other) => (attempt.test === test ? [other] : []));
  return ids.sort((a, b) => (attempts[a] as Attempt).attempt - (attempts[b] as Attempt).attempt);
}
