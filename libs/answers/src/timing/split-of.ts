import type { SplitBody, SplitQuery, TimingBody } from '@testmetrics/api-contract';
import { AppError } from '@testmetrics/runtime';
import { KnownDurations, shareOut } from '@testmetrics/timing';

/** How tests are shared out. */
export type SplitRequest = Pick<SplitQuery, 'workers' | 'worker' | 'group'>;

/**
 * Shares out tests among workers by their expected durations.
 *
 * @param ids - what will be run; `null`: all tests whose duration is known
 * @throws {AppError} `bad_worker`
 */
export function splitOf(
  timing: TimingBody,
  { workers, worker, group }: SplitRequest,
  ids: readonly string[] | null,
): SplitBody {
  if (worker !== undefined && worker > workers) throw noSuchWorker(worker, workers);
  const { items: known, ...frame } = timing;
  const durations = known.map(({ id, seconds }) => ({ id, micros: Math.round(seconds * 1e6) }));
  const lookup = new KnownDurations(durations);
  const tests = (ids ?? durations.map(({ id }) => id)).map((id) => lookup.estimate(id));
  const shares = shareOut(tests, { workers, grouping: group });
  const items = shares.map(({ ids: own, micros }, index) => ({
    worker: index + 1,
    seconds: micros / 1e6,
    tests: [...own],
  }));
  return {
    ...frame,
    group,
    workers,
    tests: tests.length,
    unknown: tests.filter(({ foundBy }) => foundBy !== 'itself' && foundBy !== 'parts').length,
    seconds: tests.reduce((sum, { micros }) => sum + micros, 0) / 1e6,
    items: worker === undefined ? items : items.slice(worker - 1, worker),
  };
}

function noSuchWorker(worker: number, workers: number): AppError {
  return new AppError('bad_worker', 'There is no such worker.', {
    status: 400,
    expected: `a number from 1 to ${workers}`,
    found: String(worker),
    action: 'correct the number; where your CI counts from 0, add 1',
  });
}
