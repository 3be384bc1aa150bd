/** The middle of a few values, and how far they lie from it. */
export interface Band {
  readonly mean: number | null;
  /** The standard deviation of a sample. */
  readonly deviation: number | null;
}

/** Mean and deviation of values; of none there is no mean, and of one no deviation. */
export function bandOf(values: readonly number[]): Band {
  if (values.length === 0) return { mean: null, deviation: null };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (values.length === 1) return { mean, deviation: null };
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (values.length - 1)) };
}

/** For each value the band of the values up to it, at most `window` of them; `null` stands for one that does not count. */
export function rollingBands(values: readonly (number | null)[], window: number): readonly Band[] {
  return values.map((_, index) =>
    bandOf(values.slice(Math.max(0, index - window + 1), index + 1).filter((value) => value !== null)),
  );
}
