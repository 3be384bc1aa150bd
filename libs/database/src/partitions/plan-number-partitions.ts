/** What is known of a table that is cut by a growing number. */
export interface NumberPartitionState {
  /** Upper bounds (exclusive) of the partitions but the last one, ascending. */
  readonly bounds: readonly number[];
  /** The greatest number in use so far, 0 = none. */
  readonly current: number;
  /** Numbers used a day, as measured; null = not known yet. */
  readonly perDay: number | null;
  /** Rows a number brings, as measured: 1 where the number is the row's own. */
  readonly rowsPerNumber: number;
}

export interface NumberPartitionGoals {
  /** Days that one partition should hold. */
  readonly days: number;
  /** Rows that one partition should not exceed. */
  readonly maxRows: number;
  /** Width while the rate is unknown, and the least width. */
  readonly minWidth: number;
  /** Partitions that should stand empty ahead of the current number. */
  readonly ahead: number;
}

/** Upper bounds of the partitions to be made now, ascending: as many as are wanted ahead of the current number. */
export function planNumberPartitions(state: NumberPartitionState, goals: NumberPartitionGoals): readonly number[] {
  const width = partitionWidth(state, goals);
  const existing = state.bounds.filter((bound) => bound > state.current).length;
  const start = Math.max(state.bounds.at(-1) ?? 0, roundUp(state.current, goals.minWidth));
  // The partition in use does not count as one ahead.
  const missing = Math.max(0, goals.ahead + 1 - existing);
  return Array.from({ length: missing }, (_, index) => start + width * (index + 1));
}

function partitionWidth(state: NumberPartitionState, goals: NumberPartitionGoals): number {
  if (state.perDay === null) return goals.minWidth;
  const byTime = state.perDay * goals.days;
  const byRows = goals.maxRows / Math.max(state.rowsPerNumber, 1e-9);
  return roundUp(Math.max(goals.minWidth, Math.min(byTime, byRows)), goals.minWidth);
}

function roundUp(value: number, unit: number): number {
  return Math.ceil(value / unit) * unit;
}
