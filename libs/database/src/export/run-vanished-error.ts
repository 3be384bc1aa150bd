import { AppError } from '@testmetrics/runtime';

/** Rows of a run went away while it was read: somebody removed the run. */
export class RunVanishedError extends AppError {
  constructor(found: string) {
    super('run_vanished', 'The run was removed while it was being read.', {
      status: 410,
      expected: 'every test of the run',
      found,
      action: 'throw away what was read',
    });
  }
}
