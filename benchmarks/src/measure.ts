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

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** The table for a person; a figure that misses its target is marked. */
export function formatMeasures(measures: readonly Measure[]): string {
  const head = { what: 'What', target: 'Target', result: 'Result', raw: 'Raw figures (medians)', mark: '' };
  const rows = [head, ...measures.map((measure) => ({ ...measure, mark: markOf(measure) }))];
  const width = (key: 'what' | 'target' | 'result' | 'mark'): number => Math.max(...rows.map((row) => row[key].length));
  const widths = { what: width('what'), target: width('target'), result: width('result'), mark: width('mark') };
  return rows
    .map((row) => {
      const cells = [row.what.padEnd(widths.what), row.target.padEnd(widths.target), row.result.padEnd(widths.result)];
      return [...cells, row.mark.padEnd(widths.mark), row.raw].join('  ').trimEnd();
    })
    .join('\n');
}

function markOf({ reached }: Measure): string {
  if (reached === null) return 'not measured';
  return reached ? 'ok' : 'MISSED';
}
