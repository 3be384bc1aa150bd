import type { EChartsOption } from 'echarts';
import { COLORS } from './colors';
import { FONT_FAMILY, textWidth } from './text-width';
import { axisNumber } from './units';
import { wrapText } from './wrap-text';

export const LABEL = { size: 12, lineHeight: 15 } as const;
const NAME = { size: 13 } as const;

type Axis = Exclude<NonNullable<EChartsOption['xAxis']>, readonly unknown[]>;

const LOOKS = {
  axisLine: { show: true, lineStyle: { color: COLORS.ink, width: 1 } },
  axisTick: { show: true, lineStyle: { color: COLORS.ink } },
  axisLabel: { color: COLORS.ink, fontSize: LABEL.size, fontFamily: FONT_FAMILY, hideOverlap: true },
  nameLocation: 'middle',
  nameTextStyle: { color: COLORS.ink, fontSize: NAME.size, fontFamily: FONT_FAMILY },
  splitLine: { show: true, lineStyle: { color: COLORS.grid } },
} as const;

/** Numbers from zero on. */
export function numberAxis(name: string, options: { readonly wholeNumbers?: boolean; readonly max?: number } = {}) {
  const { wholeNumbers = false, max } = options;
  return {
    ...LOOKS,
    type: 'value',
    min: 0,
    ...(max === undefined ? {} : { max }),
    ...(wholeNumbers ? { minInterval: 1 } : {}),
    name,
    nameGap: 36,
    axisLabel: { ...LOOKS.axisLabel, formatter: (value: number) => axisNumber(value) },
  } satisfies Axis;
}

/** The same on the left of the plot, where labels as wide as that of `largest` stand between it and its name. */
export function leftNumberAxis(name: string, largest: number, options: { readonly wholeNumbers?: boolean } = {}) {
  const labels = Math.max(textWidth(axisNumber(Math.ceil(largest)), LABEL), textWidth('0.05', LABEL)) + 8;
  return { axis: { ...numberAxis(name, options), nameGap: labels + 14 }, left: labels + 34 };
}

/** Time, UTC. Both ends in milliseconds. */
export function timeAxis(name: string, { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }) {
  return {
    ...LOOKS,
    type: 'time',
    min: fromMs,
    max: Math.max(toMs, fromMs + 1),
    name,
    nameGap: 36,
    splitLine: { show: false },
    axisLabel: {
      ...LOOKS.axisLabel,
      formatter: { year: '{yyyy}', month: '{d} {MMM}', day: '{d} {MMM}', hour: '{HH}:{mm}', minute: '{HH}:{mm}' },
    },
  } satisfies Axis;
}

/** Labels of bars are at most so wide, and go on in the next line. */
const MAX_LABEL = 430;
const MIN_BAND = 26;

/** What stands on the left of a bar or box. */
export interface BarName {
  readonly name: string;
  /** Stands behind the name, and is never broken. */
  readonly note?: string;
}

/** Names on the left, from top to bottom, each in as many lines as it needs. */
export function namesAxis(names: readonly BarName[]) {
  const wrapped = names.map(linesOf);
  const lines = Math.max(...wrapped.map((one) => one.length));
  const widest = Math.max(...wrapped.flat().map((line) => textWidth(line, LABEL)));
  const axis = {
    ...LOOKS,
    type: 'category',
    inverse: true,
    // By their place: two tests may be called the same for a person's eyes.
    data: wrapped.map((_, index) => String(index)),
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: {
      ...LOOKS.axisLabel,
      interval: 0,
      hideOverlap: false,
      lineHeight: LABEL.lineHeight,
      formatter: (place: string) => wrapped[Number(place)]?.join('\n') ?? '',
    },
  } satisfies Axis;
  const band = Math.max(MIN_BAND, lines * LABEL.lineHeight + 10);
  return { axis, left: widest + 14, plotHeight: names.length * band };
}

function linesOf({ name, note }: BarName): readonly string[] {
  const lines = wrapText(name, MAX_LABEL, LABEL);
  if (note === undefined) return lines;
  const last = `${lines.at(-1) ?? ''}  ${note}`;
  return textWidth(last, LABEL) <= MAX_LABEL ? [...lines.slice(0, -1), last] : [...lines, note];
}
