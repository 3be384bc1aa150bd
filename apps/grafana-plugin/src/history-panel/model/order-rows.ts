import { type Grid, type GridRow } from './grid';
import { type NameFilter } from './name-filter';

export const SORTS = ['failing', 'recent', 'name', 'slowest'] as const;
export type Sort = (typeof SORTS)[number];

export interface RowChoice {
  readonly sort: Sort;
  readonly filter: NameFilter;
  readonly onlyFailing: boolean;
}

/** The indexes of the rows to show, in order. */
export function orderRows(grid: Grid, { sort, filter, onlyFailing }: RowChoice): Uint32Array {
  const chosen: number[] = [];
  grid.rows.forEach((row, index) => {
    if (onlyFailing && !isTroubled(row)) return;
    if (filter.matches(row.name)) chosen.push(index);
  });
  const compare = COMPARISONS[sort];
  const none = grid.rows[0];
  return Uint32Array.from(chosen).sort((a, b) => {
    const [rowA, rowB] = [grid.rows[a] ?? none, grid.rows[b] ?? none];
    if (rowA === undefined || rowB === undefined) return 0;
    return compare(rowA, rowB) || rowA.rank - rowB.rank;
  });
}

/** Failed, flaked or did not end, at least once. */
export function isTroubled(row: GridRow): boolean {
  return row.failed > 0 || row.flaky > 0 || row.unfinished > 0;
}

const COMPARISONS: Readonly<Record<Sort, (a: GridRow, b: GridRow) => number>> = {
  failing: (a, b) => b.failed - a.failed || rateOf(b) - rateOf(a) || b.flaky - a.flaky,
  recent: (a, b) => b.lastFailed - a.lastFailed || b.failed - a.failed || b.flaky - a.flaky,
  name: () => 0,
  slowest: (a, b) => (b.meanSeconds ?? -1) - (a.meanSeconds ?? -1),
};

function rateOf(row: GridRow): number {
  return row.rated === 0 ? 0 : row.failed / row.rated;
}
