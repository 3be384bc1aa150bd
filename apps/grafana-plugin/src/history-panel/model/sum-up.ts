import { type Entries } from './collect-entries';
import { type GridColumn, type GridRow } from './grid';
import { type PackedCells } from './pack-cells';
import { isFailure, isRated, OUTCOMES } from './outcome';
import { COUNTS } from './recognise-frames';
import { type ColumnOrder } from './order-columns';

/** What is counted, in the order of the amounts of a cell. */
const COUNTED = ['rated', 'failed', 'flaky', 'unfinished', 'skipped'] as const;
type Counted = (typeof COUNTED)[number];
type Amounts = Readonly<Record<Counted, number>>;

/** What a run's cell adds to the sums, by its outcome's code. */
const AMOUNTS: readonly Amounts[] = OUTCOMES.map((outcome) => ({
  rated: Number(isRated(outcome)),
  failed: Number(isFailure(outcome)),
  flaky: Number(outcome === 'flaky'),
  unfinished: Number(outcome === 'unfinished'),
  skipped: Number(outcome === 'skipped'),
}));
const NOTHING: Amounts = { rated: 0, failed: 0, flaky: 0, unfinished: 0, skipped: 0 };

type RowSums = Record<Counted | 'lastFailed' | 'lastSeen' | 'seconds' | 'timed', number>;

export interface Sums {
  readonly rows: readonly GridRow[];
  readonly columns: readonly GridColumn[];
}

export function sumUp(entries: Entries, cells: PackedCells, order: ColumnOrder, rank: Uint32Array): Sums {
  const columns = [...order.order].map((index) => ({ rated: 0, failed: 0, ...found(entries, index) }));
  const rows = entries.names.map((name, row) => {
    const sums = sumUpRow(entries, cells, row, columns);
    const { seconds, timed, ...counted } = sums;
    return { name, rank: rank[row] ?? 0, ...counted, meanSeconds: timed > 0 ? seconds / timed : null };
  });
  return { rows, columns };
}

function found(entries: Entries, index: number): Omit<GridColumn, 'rated' | 'failed'> {
  return entries.columns[index] ?? { run: null, time: null, job: null, source: 0 };
}

function sumUpRow(
  entries: Entries,
  cells: PackedCells,
  row: number,
  columns: readonly { rated: number; failed: number }[],
): RowSums {
  const sums: RowSums = { ...NOTHING, lastFailed: -1, lastSeen: -1, seconds: 0, timed: 0 };
  for (let cell = cells.start[row] ?? 0; cell < (cells.start[row + 1] ?? 0); cell++) {
    const column = cells.column[cell] ?? 0;
    const amounts = amountsOf(entries, cells, cell);
    for (const name of COUNTED) sums[name] += amounts[name];
    const sumsOfColumn = columns[column];
    if (sumsOfColumn !== undefined) {
      sumsOfColumn.rated += amounts.rated;
      sumsOfColumn.failed += amounts.failed;
    }
    sums.lastSeen = column;
    if (amounts.failed > 0) sums.lastFailed = column;
    addSeconds(sums, entries.seconds[cells.entry[cell] ?? 0] ?? NaN, Math.max(1, amounts.rated));
  }
  return sums;
}

/** A bucket's mean weighs as much as it has results. */
function addSeconds(sums: RowSums, seconds: number, weight: number): void {
  if (Number.isNaN(seconds)) return;
  sums.seconds += seconds * weight;
  sums.timed += weight;
}

function amountsOf(entries: Entries, cells: PackedCells, cell: number): Amounts {
  if (entries.counts !== null) return bucketAmounts(entries.counts, (cells.entry[cell] ?? 0) * COUNTS.length);
  return AMOUNTS[cells.outcome[cell] ?? -1] ?? NOTHING;
}

/** A flaky result is one of the passed or failed ones: it adds nothing to the denominator. */
function bucketAmounts(counts: Float64Array, at: number): Amounts {
  const [passed = 0, failed = 0, flaky = 0, skipped = 0, unfinished = 0] = counts.subarray(at, at + COUNTS.length);
  const all = failed + unfinished;
  return { rated: Math.max(passed + all, flaky), failed: all, flaky, skipped, unfinished };
}
