/** The part of a data frame that is read here; Grafana's own type fits it. */
export interface FrameLike {
  readonly length: number;
  readonly fields: readonly { readonly name: string; readonly values: ArrayLike<unknown> }[];
}

export type Column = ArrayLike<unknown>;

/** The values of a column, found by its name in any case. */
export function findColumn(frame: FrameLike, name: string): Column | undefined {
  const exact = frame.fields.find((field) => field.name === name);
  return (exact ?? frame.fields.find((field) => field.name.toLowerCase() === name))?.values;
}

export function hasColumns(frame: FrameLike, names: readonly string[]): boolean {
  return names.every((name) => findColumn(frame, name) !== undefined);
}

/** A cell as text; '' where there is none. */
export function textAt(column: Column | undefined, row: number): string {
  const value = column?.[row];
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : String(value);
}

/** A cell as a finite number, also where a driver gave a decimal as text; null where it is none. */
export function numberAt(column: Column | undefined, row: number): number | null {
  const value = column?.[row];
  if (value === null || value === undefined || value === '' || typeof value === 'boolean') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
