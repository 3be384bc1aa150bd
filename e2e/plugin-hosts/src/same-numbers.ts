import { type Row } from '@testmetrics/harness';
import { type ShownFrame } from './shown-panel';

/**
 * What differs between the numbers that are shown and those that the database gives for the same SQL; empty where nothing does.
 *
 * Series are rows turned on their side, so numbers are compared as heaps: each as often there as here.
 */
export function differentNumbers(frames: readonly ShownFrame[], rows: readonly Row[]): string[] {
  const shown = heapOf(frames.flatMap(numbersShown));
  const stored = heapOf(rows.flatMap(numbersStored));
  const numbers = new Set([...shown.keys(), ...stored.keys()]);
  return [...numbers]
    .filter((number) => shown.get(number) !== stored.get(number))
    .map((number) => `${number}: shown ${shown.get(number) ?? 0} times, stored ${stored.get(number) ?? 0} times`);
}

function numbersShown({ columns, rows }: ShownFrame): number[] {
  return rows.flatMap((row) =>
    row.filter((value, index): value is number => columns[index]?.type === 'number' && typeof value === 'number'),
  );
}

/** The column called time is an axis, not a number. */
function numbersStored(row: Row): number[] {
  return Object.entries(row)
    .filter(([name]) => name !== 'time')
    .flatMap(([, value]) => (typeof value === 'number' || typeof value === 'bigint' ? [Number(value)] : []));
}

function heapOf(numbers: readonly number[]): Map<string, number> {
  const heap = new Map<string, number>();
  for (const number of numbers) {
    const key = number.toPrecision(12);
    heap.set(key, (heap.get(key) ?? 0) + 1);
  }
  return heap;
}
