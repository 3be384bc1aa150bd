import type { z } from 'zod';
import { csvColumns } from './csv-columns';
import { guardFormula } from './guard-formula';

export type CsvCell = string | number | boolean | null;

export interface CsvText {
  readonly text: string;
  /** Cells that got an apostrophe in front (see `guardFormula()`). */
  readonly guarded: number;
}

/** A list of items as CSV, with a heading line, which is there for an empty list too. */
export function csvOf(item: z.ZodObject, items: readonly object[]): CsvText {
  const columns = csvColumns(item);
  const rows = items.map((one) => columns.map(({ path }) => toCell(valueAt(one, path))));
  return csvTable(
    columns.map(({ heading }) => heading),
    rows,
  );
}

/** RFC 4180: lines end with CR LF, the last one too. */
export function csvTable(headings: readonly string[], rows: readonly (readonly CsvCell[])[]): CsvText {
  let guarded = 0;
  const write = (cell: CsvCell): string => {
    if (typeof cell !== 'string') return cell === null ? '' : String(cell);
    const safe = guardFormula(cell);
    if (safe !== cell) guarded += 1;
    return quoteText(safe);
  };
  const lines = [headings, ...rows].map((row) => `${row.map(write).join(',')}\r\n`);
  return { text: lines.join(''), guarded };
}

/** Quoted where it must be, and where a reader with other separators would split it; the empty text to tell it from `null`. */
function quoteText(text: string): string {
  const isPlain = text !== '' && text.trim() === text && !/[",;\t\r\n]/.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}

function valueAt(item: object, path: readonly string[]): unknown {
  let value: unknown = item;
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return null;
    value = (value as Record<string, unknown>)[name];
  }
  return value ?? null;
}

function toCell(value: unknown): CsvCell {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return JSON.stringify(value);
}
