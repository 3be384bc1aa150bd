import { type DataFrame, FieldType, formattedValueToString, getRawDisplayProcessor } from '@grafana/data';

/** One bar, ready to draw. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  /** The value with its unit. */
  readonly text: string;
  readonly color: string;
}

interface Options {
  readonly xField?: string;
  readonly xTickLabelMaxLength?: number;
}

/** Bars of the first frame: names from the field `xField` (else the first text), lengths from the first number. */
export function toBars(frames: readonly DataFrame[], { xField, xTickLabelMaxLength = 40 }: Options): Bar[] {
  const fields = frames[0]?.fields ?? [];
  const names =
    fields.find((field) => field.name === xField) ?? fields.find((field) => field.type === FieldType.string);
  const numbers = fields.find((field) => field.type === FieldType.number);
  if (names === undefined || numbers === undefined) return [];
  const display = numbers.display ?? getRawDisplayProcessor();
  return numbers.values.map((value: number, row: number) => {
    const shown = display(value);
    return {
      name: shorten(String(names.values[row]), xTickLabelMaxLength),
      value,
      text: formattedValueToString(shown),
      color: shown.color ?? '#808080',
    };
  });
}

function shorten(name: string, length: number): string {
  return name.length <= length ? name : `${name.slice(0, length - 1)}…`;
}
