const MICROS_PER_SECOND = 1_000_000;
const SECONDS_PER_DAY = 86_400;

/** MySQL's DATETIME ends there; what is later (or before year 1) is not a time that anyone meant. */
const MAX_SECONDS = Date.UTC(9999, 11, 31) / 1000 + SECONDS_PER_DAY - 1;
const MIN_SECONDS = Date.UTC(1000, 0, 1) / 1000;

/** A time cut into what a DATETIME column and a microsecond column hold. */
export interface SplitTime {
  /** `'2026-11-24 00:12:31'`, quoted, truncated to the second. */
  readonly literal: string;
  readonly micros: number;
}

/** Splits microseconds since the epoch (UTC) at the second; the server must never round, for MySQL and MariaDB differ there. */
export function splitTime(micros: number): SplitTime {
  const seconds = Math.floor(micros / MICROS_PER_SECOND);
  return { literal: `'${secondsText(seconds)}'`, micros: micros - seconds * MICROS_PER_SECOND };
}

/** A DATETIME(6) literal. */
export function timeLiteral(micros: number): string {
  const seconds = Math.floor(micros / MICROS_PER_SECOND);
  return `'${secondsText(seconds)}.${String(micros - seconds * MICROS_PER_SECOND).padStart(6, '0')}'`;
}

export function nullableTimeLiteral(micros: number | null): string {
  return micros === null ? 'NULL' : timeLiteral(micros);
}

/** The UTC day of a time: `2026-11-24`. */
export function dayOf(micros: number): string {
  return secondsText(Math.floor(micros / MICROS_PER_SECOND)).slice(0, 10);
}

/** Times of one run mostly fall on one day, whose text is worth keeping. */
let lastDay = Number.NaN;
let lastDayText = '';

function secondsText(exact: number): string {
  const seconds = Math.min(MAX_SECONDS, Math.max(MIN_SECONDS, exact));
  const day = Math.floor(seconds / SECONDS_PER_DAY);
  if (day !== lastDay) {
    lastDay = day;
    lastDayText = new Date(day * SECONDS_PER_DAY * 1000).toISOString().slice(0, 10);
  }
  const rest = seconds - day * SECONDS_PER_DAY;
  return `${lastDayText} ${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
