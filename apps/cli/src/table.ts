import Table from 'cli-table3';
import { fitTable } from './fit-table';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** On a terminal that is too narrow its texts are cut in the middle, down to so many characters. */
  readonly least?: number;
  /** On a terminal it is left out where it is empty, and where there is no room for it: those with the highest number first. */
  readonly optional?: number;
}

const NO_LINES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

/**
 * Columns for a person: no lines around them, no colors, so that it also reads well in a CI log.
 *
 * @param width - of the terminal, in characters; `null`: everything is written, as long as it is
 */
export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number | null = null,
): string {
  const fitted = width === null ? { columns, rows } : fitTable(columns, rows, width);
  const table = new Table({
    head: fitted.columns.map(({ title }) => title),
    colAligns: fitted.columns.map(({ align }) => align ?? 'left'),
    chars: NO_LINES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  table.push(...fitted.rows.map((row) => [...row]));
  return `${trimLines(table.toString())}\n`;
}

/** Two columns, the names on the left. */
export function formatFacts(facts: readonly (readonly [name: string, value: string])[]): string {
  const width = Math.max(0, ...facts.map(([name]) => name.length));
  return facts.map(([name, value]) => `${name.padEnd(width)}  ${value}\n`).join('');
}

function trimLines(text: string): string {
  return text.replace(/[ ]+$/gm, '');
}
