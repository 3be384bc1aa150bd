/** One line of the table that a benchmark ends with. */
export interface Measure {
  readonly what: string;
  /** What the figure should be, for instance `>= 15 x`. */
  readonly target: string;
  /** The figure, for instance `27.3 x`; where nothing was measured, why. */
  readonly result: string;
  /** The raw numbers behind the figure. */
  readonly raw: string;
  /** `null` where nothing was measured. */
  readonly reached: boolean | null;
}

/** One part of `npm run bench -- NAME`. */
export interface BenchmarkPart {
  readonly name: string;
  readonly describe: string;
  /** @param log tells a waiting person what is being measured */
  run(log: (line: string) => void): Promise<readonly Measure[]>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
