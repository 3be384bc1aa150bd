/** Which runs lose their raw rows. */
export interface PruneSelection {
  /** The first day (UTC, `2026-08-01`) that stays: whole days go, so that a day's sums are either checked or given. */
  readonly beforeDay: string;
  /** Only runs with all of these metadata. */
  readonly metadata: readonly (readonly [key: string, value: string])[];
  /** The runs themselves stay, with their metadata and totals. */
  readonly keepRuns: boolean;
}

const DAY_MS = 86_400_000;

/** The first day that stays where everything older than so many days goes. */
export function firstDayToKeep(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10);
}

export interface NumberPartition {
  readonly name: string;
  /** Exclusive. */
  readonly bound: number;
}

/**
 * Partitions that can be dropped whole: all that end at or below the least number that stays. The newest numbers are never touched:
 * whoever stores a row at this moment has one of them.
 */
export function wholePartitions(
  partitions: readonly NumberPartition[],
  { leastKept, greatest, spare }: { readonly leastKept: number; readonly greatest: number; readonly spare: number },
): readonly NumberPartition[] {
  return partitions.filter(({ bound }) => bound <= leastKept && bound <= greatest - spare);
}
