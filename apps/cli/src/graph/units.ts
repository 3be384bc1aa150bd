/** A unit that durations are drawn in. */
export interface DurationUnit {
  readonly name: 'ms' | 's' | 'min' | 'h';
  readonly seconds: number;
}

const UNITS: readonly (DurationUnit & { readonly upToSeconds: number })[] = [
  { name: 'ms', seconds: 0.001, upToSeconds: 1 },
  { name: 's', seconds: 1, upToSeconds: 300 },
  { name: 'min', seconds: 60, upToSeconds: 5 * 3600 },
  { name: 'h', seconds: 3600, upToSeconds: Infinity },
];

/** The unit in which the numbers of an axis up to this duration are best read. */
export function durationUnit(longestSeconds: number): DurationUnit {
  const found = UNITS.find(({ upToSeconds }) => longestSeconds < upToSeconds) ?? UNITS[1];
  return { name: found?.name ?? 's', seconds: found?.seconds ?? 1 };
}

/** `1,234`, `0.5`: a number as axes have it. */
export function axisNumber(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 6 });
}

/** `12.5 %`; rates that are not quite none or all are never called so. */
export function formatShare(part: number, whole: number): string {
  if (whole === 0) return '–';
  const percent = (part / whole) * 100;
  if (percent > 0 && percent < 0.05) return '< 0.1 %';
  if (percent < 100 && percent > 99.95) return '> 99.9 %';
  return `${percent.toFixed(1)} %`;
}

/** `1 run`, `1,234 runs`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}
