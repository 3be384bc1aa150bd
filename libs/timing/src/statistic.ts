/** What is expected of the next run, made of what was measured. */
export const STATISTICS = ['median', 'mean', 'p90', 'last'] as const;
export type Statistic = (typeof STATISTICS)[number];

/**
 * One number for several durations.
 *
 * @param micros - the newest first, at least one; their order is lost
 * @returns whole microseconds
 */
export function statisticOf(micros: Float64Array, statistic: Statistic): number {
  switch (statistic) {
    case 'last':
      return micros[0] ?? 0;
    case 'mean':
      return Math.round(micros.reduce((sum, value) => sum + value, 0) / Math.max(1, micros.length));
    case 'median':
      return middleOf(sort(micros));
    case 'p90':
      return nearestRank(sort(micros), 0.9);
  }
}

/** The one in the middle; of two in the middle what lies between them. */
export function medianOf(micros: readonly number[]): number {
  return middleOf(sort(Float64Array.from(micros)));
}

function middleOf(sorted: Float64Array): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : Math.round(((sorted[middle - 1] ?? upper) + upper) / 2);
}

/** The smallest value that `share` of all values do not exceed. */
function nearestRank(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** So few are sorted sooner by hand. */
const FEW = 64;

/** Sorts in place. */
function sort(values: Float64Array): Float64Array {
  if (values.length > FEW) return values.sort();
  for (let next = 1; next < values.length; next++) {
    const value = values[next] ?? 0;
    let at = next;
    for (; at > 0 && (values[at - 1] ?? 0) > value; at--) values[at] = values[at - 1] ?? 0;
    values[at] = value;
  }
  return values;
}
