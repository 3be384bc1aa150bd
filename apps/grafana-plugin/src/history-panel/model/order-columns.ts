import { type FoundColumn } from './collect-entries';

export interface ColumnOrder {
  /** The columns' indexes, from the oldest to the newest. */
  readonly order: Uint32Array;
  /** The place in that order of each column. */
  readonly rank: Uint32Array;
}

/** By time; columns without one are the oldest. Two of the same time are in the order of their run ids. */
export function orderColumns(columns: readonly FoundColumn[]): ColumnOrder {
  const order = Uint32Array.from({ length: columns.length }, (_, index) => index).sort((a, b) => {
    const byTime = (columns[a]?.time ?? -Infinity) - (columns[b]?.time ?? -Infinity);
    if (byTime < 0 || byTime > 0) return byTime;
    const [runA, runB] = [columns[a]?.run ?? '', columns[b]?.run ?? ''];
    if (runA === runB) return a - b;
    return runA < runB ? -1 : 1;
  });
  const rank = new Uint32Array(columns.length);
  order.forEach((column, place) => (rank[column] = place));
  return { order, rank };
}
