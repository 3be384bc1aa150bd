/** What is expected of the next run, made of what was measured. */
export const STATISTICS = ['median', 'mean', 'p90', 'last'] as const;
export type Statistic = (typeof STATISTICS)[number];

/**
 * One number for several durations.
 *
 * @param micros - the newest first, at least one
 * @returns whole microseconds
 */
export function statisticOf(micros: readonly number[], statistic: Statistic): number {
  switch (statistic) {
    case 'last':
      return micros[0] ?? 0;
    case 'mean':
      return Math.round(micros.reduce((sum, value) => sum + value, 0) / Math.max(1, micros.length));
    case 'median':
      return medianOf(micros);
    case 'p90':
      return nearestRank(sorted(micros), 0.9);
  }
}

/** The one in the middle; of two in the middle what lies between them. */
export function medianOf(micros: readonly number[]): number {
  const values = sorted(micros);
  const middle = Math.floor(values.length / 2);
  const upper = values[middle] ?? 0;
  return values.length % 2 === 1 ? upper : Math.round(((values[middle - 1] ?? upper) + upper) / 2);
}

/** The smallest value that `share` of all values do not exceed. */
function nearestRank(values: Float64Array, share: number): number {
  return values[Math.max(0, Math.ceil(share * values.length) - 1)] ?? 0;
}

function sorted(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort();
}
