import { type FrameField } from './frame';

/** The rows cannot be read as series; the message says what is missing. */
export class SeriesShapeError extends Error {
  override readonly name = 'SeriesShapeError';
}

type Value = FrameField['values'][number];

/**
 * Makes series of rows: each text column is a label, each combination of labels a series of its own, times in one column.
 * With one text column called `metric` and one number, the text is the name of the series, as in Grafana.
 */
export function toSeries(fields: readonly FrameField[]): FrameField[] {
  if ((fields[0]?.values.length ?? 0) === 0) return [];
  const time = fields.find((field) => field.type === 'time');
  if (time === undefined) throw new SeriesShapeError('Series need a column called "time"; the query has none.');
  const labels = fields.filter((field) => field.type === 'string');
  const numbers = fields.filter((field) => field.type === 'number');
  if (labels.length === 0) return [time, ...numbers];
  const wide = widen(time, labels, numbers);
  const isNamedByMetric = fields.length === 3 && labels[0]?.name === 'metric';
  return isNamedByMetric ? wide.map(namedByMetric) : wide;
}

function widen(time: FrameField, labels: readonly FrameField[], numbers: readonly FrameField[]): FrameField[] {
  const times: Value[] = [];
  const series = new Map<string, FrameField & { values: Value[] }>();
  time.values.forEach((moment, row) => {
    if (times.at(-1) !== moment) times.push(moment);
    const own = Object.fromEntries(labels.map((label) => [label.name, String(label.values[row] ?? '')]));
    for (const number of numbers) {
      const key = JSON.stringify([number.name, own]);
      const field = series.get(key) ?? { name: number.name, type: 'number' as const, labels: own, values: [] };
      series.set(key, field);
      while (field.values.length < times.length) field.values.push(null);
      field.values[times.length - 1] = number.values[row] ?? null;
    }
  });
  for (const { values } of series.values()) while (values.length < times.length) values.push(null);
  const sorted = [...series.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, field]) => field);
  return [{ ...time, values: times }, ...sorted];
}

function namedByMetric(field: FrameField): FrameField {
  const name = field.labels?.['metric'];
  return name === undefined ? field : { name, type: field.type, values: field.values };
}
