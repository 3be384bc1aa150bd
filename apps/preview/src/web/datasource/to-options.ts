import { type DataFrame, type MetricFindValue } from '@grafana/data';

/** Choices of a variable: the columns `__text` and `__value`, or else every value of every column. */
export function toOptions(frame: DataFrame | undefined): MetricFindValue[] {
  if (frame === undefined) return [];
  const text = frame.fields.find((field) => field.name === '__text');
  const value = frame.fields.find((field) => field.name === '__value');
  if (text !== undefined && value !== undefined) {
    return text.values.map((label: unknown, row: number) => ({
      text: String(label),
      value: String(value.values[row]),
    }));
  }
  const all = frame.fields.flatMap((field) => field.values.map((item: unknown) => String(item)));
  return [...new Set(all)].map((item) => ({ text: item, value: item }));
}
