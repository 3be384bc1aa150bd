import { formatCount, formatSeconds } from '../format';

/** Values of replies as a person reads them; what is unknown is left empty. */

/** `2026-11-25 21:40`, UTC, as the column's title says. */
export function timeCell(time: string | null): string {
  return time === null ? '' : time.slice(0, 16).replace('T', ' ');
}

/** `7.5 %`; smaller rates with more digits. */
export function rateCell(rate: number | null): string {
  if (rate === null) return '';
  const percent = rate * 100;
  if (percent === 0 || percent === 100) return `${percent} %`;
  if (percent < 0.01) return '< 0.01 %';
  if (percent > 99.9) return '> 99.9 %';
  return `${percent.toFixed(percent < 1 ? 2 : 1)} %`;
}

/** `31 of 412`: what a rate stands on. */
export function partCell(part: number, whole: number): string {
  return `${formatCount(part)} of ${formatCount(whole)}`;
}

export function secondsCell(seconds: number | null): string {
  return seconds === null ? '' : formatSeconds(seconds);
}

/** `+1.20 s`, `−340 ms`. */
export function differenceCell(seconds: number | null): string {
  if (seconds === null) return '';
  if (seconds === 0) return '0 s';
  return `${seconds < 0 ? '−' : '+'}${formatSeconds(Math.abs(seconds))}`;
}
