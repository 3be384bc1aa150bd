import { planRunBatch } from './plan-run-batch';

const LIMITS = { maxRuns: 3, maxTestRuns: 100 };

describe('planRunBatch()', () => {
  it.each([
    [[], 0],
    [[10, 20], 2],
    [[10, 20, 30, 1], 3],
    [[60, 40, 1], 2],
    [[5_000, 1], 1],
    [[0, 0, 0, 0], 3],
  ])('should take of runs with %j tests the first %i', (sizes, taken) => {
    const runs = sizes.map((testRuns, index) => ({ runId: index + 1, testRuns }));
    expect(planRunBatch(runs, LIMITS)).toEqual(runs.slice(0, taken));
  });
});
