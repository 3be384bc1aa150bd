import { type Attempt } from './attempt';

/** Stop minus start; null where one is missing, or it stopped before it started. */
export function durationOf({ start, stop }: Attempt): number | null {
  return start === null || stop === null || stop < start ? null : stop - start;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A length of time for a person: three digits or two units, such as `12.3 s` and `2 min 3 s`. */
export function formatDuration(ms: number): string {
  if (ms < 0) return `−${formatDuration(-ms)}`;
  if (ms === 0) return '0 s';
  if (ms < 0.9995) return `${digits(ms * 1000)} µs`;
  if (ms < 999.5) return `${digits(ms)} ms`;
  if (ms < 59.95 * SECOND) return `${digits(ms / SECOND)} s`;
  const seconds = Math.round(ms / SECOND);
  if (seconds < HOUR / SECOND) return two(Math.floor(seconds / 60), 'min', seconds % 60, 's');
  const minutes = Math.round(ms / MINUTE);
  return two(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}

function digits(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function two(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
