import { type DataFrame } from '@grafana/data';

export type Row = Readonly<Record<string, unknown>>;

/** The rows of the first answer, each by the names of its columns; none for an answer without columns. */
export function rowsOf(frames: readonly DataFrame[]): Row[] {
  const [frame] = frames;
  if (frame === undefined) return [];
  return Array.from({ length: frame.length }, (_, row) =>
    Object.fromEntries(frame.fields.map((field) => [field.name, field.values[row] as unknown])),
  );
}

/** A column's value as text; nothing becomes ''. */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  return value === null || value === undefined ? '' : String(value);
}
