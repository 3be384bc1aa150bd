/** Microseconds. */
export const SECOND = 1_000_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Midnight (UTC) of the day that a time lies in. */
export function startOfDay(micros: number): number {
  return Math.floor(micros / DAY) * DAY;
}

/** Saturday or Sunday, UTC. 1970-01-01 was a Thursday. */
export function isWeekend(micros: number): boolean {
  const dayOfWeek = (Math.floor(micros / DAY) + 4) % 7;
  return dayOfWeek === 0 || dayOfWeek === 6;
}

/** ISO 8601 in UTC with all six digits. */
export function formatMicros(micros: number): string {
  const whole = new Date(Math.floor(micros / 1_000)).toISOString().slice(0, -1);
  return `${whole}${String(Math.floor(micros) % 1_000).padStart(3, '0')}Z`;
}
