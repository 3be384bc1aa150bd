import { formatMicros } from '@testmetrics/domain';
import type { Row } from '../asking/asker';

/** Values of rows, checked: a column that is not what the question promises is a defect and no answer. */

export function readNumber(row: Row, column: string): number {
  const value = row[column];
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw unexpected(column, 'a number', value);
}

export function readNumberOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : readNumber(row, column);
}

export function readText(row: Row, column: string): string {
  const value = row[column];
  if (typeof value === 'string') return value;
  throw unexpected(column, 'a text', value);
}

/** An empty text says as little as none. */
export function readTextOrNull(row: Row, column: string): string | null {
  return row[column] === null || row[column] === '' ? null : readText(row, column);
}

/** A column of milliseconds as a time of a reply; whole seconds, where the question gives no more. */
export function readTime(row: Row, column: string): string {
  return formatMicros(Math.round(readNumber(row, column) * 1000));
}

export function readTimeOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : readTime(row, column);
}

function unexpected(column: string, expected: string, found: unknown): TypeError {
  return new TypeError(`Expected ${expected} in the column "${column}" of an answer, found ${typeof found}.`);
}
