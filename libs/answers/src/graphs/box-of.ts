import type { GraphBox } from '@testmetrics/api-contract';

/** Whiskers reach at most so many heights of the box beyond it, as everybody draws them. */
const REACH = 1.5;

/** Values that are drawn outside the whiskers; the most extreme ones. */
const MOST_OUTLIERS = 200;

/** What a box plot shows of values, which need not be sorted; `null` of none. */
export function boxOf(values: readonly number[]): GraphBox | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined) return null;
  const [first, median, third] = [quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)];
  const reach = REACH * (third - first);
  const isInside = (value: number) => value >= first - reach && value <= third + reach;
  const inside = sorted.filter(isInside);
  return {
    low: inside[0] ?? low,
    first_quartile: first,
    median,
    third_quartile: third,
    high: inside.at(-1) ?? high,
    outliers: mostExtreme(sorted.filter((value) => !isInside(value))),
  };
}

/** Between the two nearest values in proportion, as spreadsheets and pandas do. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

function mostExtreme(sorted: readonly number[]): number[] {
  if (sorted.length <= MOST_OUTLIERS) return [...sorted];
  return [...sorted.slice(0, MOST_OUTLIERS / 2), ...sorted.slice(-MOST_OUTLIERS / 2)];
}
