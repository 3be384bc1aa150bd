import { worseCode } from './outcome';
import { type Entries } from './collect-entries';

/** Entries by row and column, each pair once. `entry` says which entry a cell shows. */
export interface PackedCells {
  readonly start: Uint32Array;
  readonly column: Uint32Array;
  readonly outcome: Uint8Array;
  readonly entry: Uint32Array;
  readonly repeats: ReadonlyMap<number, number>;
}

/** `rank` says which place the entries' columns have from the oldest to the newest. */
export function packCells(entries: Entries, rank: Uint32Array): PackedCells {
  const columns = entries.column.subarray(0, entries.length).map((column) => rank[column] ?? 0);
  const byColumn = stableOrder(range(entries.length), columns, entries.columns.length);
  const order = stableOrder(byColumn, entries.row, entries.names.length);
  return mergeRepeats(entries, order, columns);
}

function range(length: number): Uint32Array {
  return new Uint32Array(length).map((_, index) => index);
}

/** The indexes of `order`, sorted by `values`, which lie below `limit`; equal ones keep their order. Counts, compares nothing. */
function stableOrder(order: Uint32Array, values: Uint32Array, limit: number): Uint32Array {
  const next = new Uint32Array(limit + 1);
  for (let at = 0; at < order.length; at++) {
    const after = (values[order[at] ?? 0] ?? 0) + 1;
    next[after] = (next[after] ?? 0) + 1;
  }
  for (let value = 1; value <= limit; value++) next[value] = (next[value] ?? 0) + (next[value - 1] ?? 0);
  const sorted = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at++) {
    const index = order[at] ?? 0;
    const value = values[index] ?? 0;
    const place = next[value] ?? 0;
    sorted[place] = index;
    next[value] = place + 1;
  }
  return sorted;
}

function mergeRepeats(entries: Entries, order: Uint32Array, columns: Uint32Array): PackedCells {
  const start = new Uint32Array(entries.names.length + 1);
  const column = new Uint32Array(order.length);
  const outcome = new Uint8Array(order.length);
  const entry = new Uint32Array(order.length);
  const repeats = new Map<number, number>();
  let length = 0;
  let row = -1;
  for (const index of order) {
    const entryRow = entries.row[index] ?? 0;
    while (row < entryRow) start[++row] = length;
    const last = length - 1;
    if (last >= (start[row] ?? 0) && column[last] === columns[index]) {
      repeats.set(last, (repeats.get(last) ?? 1) + 1);
      const worse = worseCode(outcome[last] ?? 0, entries.outcome[index] ?? 0);
      if (worse !== outcome[last]) entry[last] = index;
      outcome[last] = worse;
      continue;
    }
    column[length] = columns[index] ?? 0;
    outcome[length] = entries.outcome[index] ?? 0;
    entry[length++] = index;
  }
  while (row < entries.names.length) start[++row] = length;
  return {
    start,
    column: column.subarray(0, length),
    outcome: outcome.subarray(0, length),
    entry: entry.subarray(0, length),
    repeats,
  };
}
