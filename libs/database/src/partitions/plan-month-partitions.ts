export interface MonthPartitionState {
  /** Upper bounds (exclusive, first days of months) of the partitions but the last one, ascending: `2026-11-01`. */
  readonly bounds: readonly string[];
  readonly now: Date;
}

export interface MonthPartitionGoals {
  /** Months before now that get partitions of their own in an empty table. */
  readonly back: number;
  /** Months after the current one that should have partitions. */
  readonly ahead: number;
}

/** Upper bounds of the partitions to be made now, ascending. Everything older than the first one lies in it. */
export function planMonthPartitions(state: MonthPartitionState, goals: MonthPartitionGoals): readonly string[] {
  const thisMonth = state.now.getUTCFullYear() * 12 + state.now.getUTCMonth();
  const last = state.bounds.at(-1);
  const first = last === undefined ? thisMonth - goals.back + 1 : monthNumber(last) + 1;
  const bounds: string[] = [];
  for (let month = first; month <= thisMonth + goals.ahead + 1; month++) bounds.push(firstDay(month));
  return bounds;
}

function monthNumber(firstDayOfMonth: string): number {
  return Number(firstDayOfMonth.slice(0, 4)) * 12 + Number(firstDayOfMonth.slice(5, 7)) - 1;
}

function firstDay(month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}
