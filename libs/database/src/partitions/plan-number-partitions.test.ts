import { planNumberPartitions } from './plan-number-partitions';

const GOALS = { days: 30, maxRows: 1_000_000, minWidth: 1_000, ahead: 2 };

describe('planNumberPartitions()', () => {
  it('should keep two empty partitions ahead of the one in use', () => {
    const state = { bounds: [1_000], current: 10, perDay: null, rowsPerNumber: 10 };
    expect(planNumberPartitions(state, GOALS)).toEqual([2_000, 3_000]);
    expect(planNumberPartitions({ ...state, bounds: [1_000, 2_000, 3_000] }, GOALS)).toEqual([]);
    expect(planNumberPartitions({ ...state, bounds: [1_000, 2_000, 3_000], current: 1_000 }, GOALS)).toEqual([4_000]);
  });

  it('should make them a month wide, but not too large', () => {
    const state = { bounds: [1_000], current: 10, perDay: 500, rowsPerNumber: 10 };
    expect(planNumberPartitions(state, GOALS)).toEqual([16_000, 31_000]);
    expect(planNumberPartitions({ ...state, rowsPerNumber: 200 }, GOALS)).toEqual([6_000, 11_000]);
    expect(planNumberPartitions({ ...state, perDay: 1 }, GOALS)).toEqual([2_000, 3_000]);
  });

  it('should begin above the current number where the planning came too late', () => {
    const state = { bounds: [1_000], current: 7_500, perDay: null, rowsPerNumber: 1 };
    expect(planNumberPartitions(state, GOALS)).toEqual([9_000, 10_000, 11_000]);
  });
});
