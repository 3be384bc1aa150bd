/** A column of an answer, in the kinds that a Grafana data frame knows. */
export interface FrameField {
  readonly name: string;
  readonly type: 'time' | 'number' | 'string';
  readonly labels?: Readonly<Record<string, string>>;
  readonly values: readonly (number | string | null)[];
}

/** A data frame in Grafana's JSON form. */
export interface FrameJson {
  readonly schema: {
    readonly refId: string;
    readonly meta: { readonly executedQueryString: string; readonly notices?: readonly FrameNotice[] };
    readonly fields: readonly Omit<FrameField, 'values'>[];
  };
  readonly data: { readonly values: readonly FrameField['values'][] };
}

export interface FrameNotice {
  readonly severity: 'info' | 'warning';
  readonly text: string;
}

/** Column names that the MySQL datasource reads as the time of a row. */
const TIME_NAMES = new Set(['time', 'time_sec']);

/** Numbers in a time column are seconds, unless they are too large for that: the rule of Grafana's datasource. */
export function withTimeColumn(fields: readonly FrameField[]): FrameField[] {
  return fields.map((field) =>
    TIME_NAMES.has(field.name) && field.type === 'number'
      ? { ...field, type: 'time' as const, values: field.values.map((value) => epochMs(value as number | null)) }
      : field,
  );
}

function epochMs(value: number | null): number | null {
  if (value === null) return null;
  const digits = String(Math.trunc(Math.abs(value))).length;
  if (digits === 10) return value * 1000;
  return digits === 19 ? Math.trunc(value / 1e6) : value;
}

/** An answer without rows has no fields: panels know it by that. */
export function frameJson(
  refId: string,
  sql: string,
  fields: readonly FrameField[],
  notices: readonly FrameNotice[] = [],
): FrameJson {
  const filled = (fields[0]?.values.length ?? 0) === 0 ? [] : fields;
  const meta = notices.length === 0 ? { executedQueryString: sql } : { executedQueryString: sql, notices };
  return {
    schema: { refId, meta, fields: filled.map(({ values: _, ...schema }) => schema) },
    data: { values: filled.map((field) => field.values) },
  };
}
