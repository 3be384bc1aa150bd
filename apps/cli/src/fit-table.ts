import stringWidth from 'string-width';
import { shorten } from './format';
import type { Column } from './table';

const GAP = 2;

export interface FittedTable {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

interface Measured extends Column {
  readonly index: number;
  readonly width: number;
}

/**
 * Makes a table fit the width of a terminal: optional columns go first, then long texts are cut in the middle, the longest
 * most. Where even that is not enough, lines stay too long: a figure is never cut.
 */
export function fitTable(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): FittedTable {
  const measured = columns
    .map((column, index) => measure(column, index, rows))
    .filter(({ optional, index }) => optional === undefined || rows.some((row) => row[index] !== ''));
  const kept = leaveOut(measured, width);
  const widths = shrink(kept, width);
  return {
    columns: kept,
    rows: rows.map((row) => kept.map(({ index }, at) => cut(row[index] ?? '', widths[at] ?? 0))),
  };
}

function measure(column: Column, index: number, rows: readonly (readonly string[])[]): Measured {
  const width = rows.reduce((most, row) => Math.max(most, stringWidth(row[index] ?? '')), stringWidth(column.title));
  return { ...column, index, width };
}

/** Optional columns go until the others fit when they are as narrow as they may be. */
function leaveOut(columns: readonly Measured[], width: number): readonly Measured[] {
  if (totalOf(columns.map(leastOf)) <= width) return columns;
  const [first] = columns
    .filter(({ optional }) => optional !== undefined)
    .sort((a, b) => (b.optional ?? 0) - (a.optional ?? 0));
  return first === undefined ? columns : leaveOut(withoutColumn(columns, first), width);
}

function withoutColumn(columns: readonly Measured[], { index }: Measured): readonly Measured[] {
  return columns.filter((column) => column.index !== index);
}

function leastOf({ least, width, title }: Measured): number {
  return least === undefined ? width : Math.min(width, Math.max(least, title.length));
}

/** Takes the characters that are too many from whichever column is the widest. */
function shrink(columns: readonly Measured[], width: number): readonly number[] {
  const widths = columns.map((column) => column.width);
  let excess = totalOf(widths) - width;
  while (excess > 0) {
    const widest = columns.reduce(
      (best, column, at) =>
        (widths[at] ?? 0) > leastOf(column) && (widths[at] ?? 0) > (widths[best] ?? 0) ? at : best,
      -1,
    );
    if (widest < 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess -= 1;
  }
  return widths;
}

function totalOf(widths: readonly number[]): number {
  return widths.reduce((sum, one) => sum + one, 0) + GAP * Math.max(0, widths.length - 1);
}

/** Wide characters take two places: such a text loses more of them. */
function cut(text: string, width: number): string {
  const excess = stringWidth(text) - width;
  if (excess <= 0) return text;
  let characters = Array.from(text).length - 1;
  let short = text;
  while (characters > 1 && stringWidth(short) > width) {
    short = shorten(text, characters);
    characters -= 1;
  }
  return short;
}
