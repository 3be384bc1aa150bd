import { AppError } from '@testmetrics/runtime';

/** Rows of a run are not there any more: the run was pruned, or is being removed while it is read. */
export class RunVanishedError extends AppError {
  constructor(found: string) {
    super('run_pruned', 'The rows of this run were removed, all of them or some.', {
      status: 410,
      expected: 'every test and file of the run',
      found,
      action: 'throw away what was read of it; its totals and what it added to the rollups stay',
    });
  }
}

export function testsGone(found: number, expected: number): RunVanishedError {
  return new RunVanishedError(`${found} of ${expected} tests`);
}
