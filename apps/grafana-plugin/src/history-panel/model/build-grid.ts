import { collectEntries, type Entries } from './collect-entries';
import { type Grid, type GridCells } from './grid';
import { orderColumns } from './order-columns';
import { packCells, type PackedCells } from './pack-cells';
import { rankNames } from './rank-names';
import { COUNTS, type Recognised } from './recognise-frames';
import { sumUp } from './sum-up';

/** Makes the grid of the frames, in time and memory that follow the number of their rows. */
export function buildGrid(recognised: Recognised): Grid {
  const entries = collectEntries(recognised);
  const order = orderColumns(entries.columns);
  const packed = packCells(entries, order.rank);
  return {
    form: recognised.form,
    ...sumUp(entries, packed, order, rankNames(entries.names)),
    cells: toCells(entries, packed),
    sources: recognised.sources,
    leftOut: entries.leftOut,
  };
}

function toCells(entries: Entries, packed: PackedCells): GridCells {
  const { start, column, outcome, entry, repeats } = packed;
  const source = entry.map((index) => entries.source[index] ?? 0);
  return { start, column, outcome, source, repeats, shares: toShares(entries, entry) };
}

function toShares({ counts }: Entries, entry: Uint32Array): GridCells['shares'] {
  if (counts === null) return null;
  const failed = new Uint8Array(entry.length);
  const flaky = new Uint8Array(entry.length);
  entry.forEach((index, cell) => {
    const [passed = 0, fails = 0, flakes = 0, , unfinished = 0] = counts.subarray(
      index * COUNTS.length,
      (index + 1) * COUNTS.length,
    );
    const bad = fails + unfinished;
    const all = Math.max(passed + bad, flakes, 1);
    failed[cell] = share(bad, all);
    flaky[cell] = Math.min(share(flakes, all), 255 - (failed[cell] ?? 0));
  });
  return { failed, flaky };
}

/** Of 255; what is there at all is never nothing. */
function share(part: number, all: number): number {
  return part > 0 ? Math.max(1, Math.round((part / all) * 255)) : 0;
}
