/** MySQL's NULL, a column that is not there, and text without a character. */
export function isMissing(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** A number of a frame's column; text that is a number counts, everything else is missing. */
export function toNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (isMissing(value) || typeof value === 'boolean') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** Milliseconds since 1970. */
export function toTime(value: unknown): number | null {
  const number = toNumber(value);
  if (number !== null) return number;
  if (typeof value !== 'string' || value === '') return null;
  const parsed = Date.parse(value);
  return Number.isNaN(parsed) ? null : parsed;
}

/** Text of a frame's column; missing where there is none. */
export function toText(value: unknown): string | null {
  return isMissing(value) ? null : String(value);
}
