import { MinHeap } from './min-heap';

export interface Span {
  readonly start: number;
  /** Not before the start. */
  readonly stop: number;
}

export interface Packing {
  /** The row of each span, in the order of the spans. */
  readonly rows: readonly number[];
  readonly count: number;
}

/**
 * Puts spans that overlap into rows of their own, each into the first row that is free when it starts.
 * One that starts when another stops shares its row. The spans come sorted by start.
 */
export function packRows(spans: readonly Span[]): Packing {
  const ends: number[] = [];
  const busy = new MinHeap((row) => ends[row] as number);
  const free = new MinHeap();
  const rows = spans.map(({ start, stop }) => {
    for (let row = busy.peek(); row !== undefined && (ends[row] as number) <= start; row = busy.peek()) {
      busy.pop();
      free.push(row);
    }
    const row = free.pop() ?? ends.length;
    ends[row] = stop;
    busy.push(row);
    return row;
  });
  return { rows, count: ends.length };
}
