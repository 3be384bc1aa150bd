import { type Attempt } from '../model/attempt';
import { kindOf } from '../model/kind';

/** An attempt that passed within a second, changed as a test wants it. */
export function makeAttempt(changes: Partial<Attempt> = {}): Attempt {
  const { status = 'success', flaky = false } = changes;
  return {
    row: 0,
    test: 'pkg.module.Class.test_something',
    testKey: null,
    attempt: 1,
    attempts: 1,
    status,
    kind: kindOf(status, flaky),
    flaky,
    start: 0,
    stop: 1000,
    worker: 'worker-0',
    message: '',
    tags: [],
    ...changes,
  };
}

export type AttemptRow = readonly [worker: string, start: number | null, stop: number | null, status?: string];

/** Attempts as `[worker, start, stop, status]`, named after their place. */
export function makeAttempts(...rows: readonly AttemptRow[]): readonly Attempt[] {
  return rows.map(([worker, start, stop, status = 'success'], row) =>
    makeAttempt({ row, test: `pkg.Class.test_${row}`, testKey: row + 1, worker, start, stop, status }),
  );
}
