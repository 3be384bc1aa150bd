const MICROS_PER_SECOND = 1_000_000;

/** `2026-09-01T03:17:04.210211Z`: always UTC, always six digits. */
export function formatMicros(micros: number): string {
  const seconds = Math.floor(micros / MICROS_PER_SECOND);
  const fraction = micros - seconds * MICROS_PER_SECOND;
  const whole = new Date(seconds * 1000).toISOString();
  return `${whole.slice(0, -5)}.${String(fraction).padStart(6, '0')}Z`;
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)$/i;

/**
 * Reads ISO 8601 with a zone (`2026-09-01T03:17:00Z`, `2026-09-01 05:17:00.5+02:00`) as microseconds since the epoch.
 *
 * @returns `null` where it is anything else; a time without a zone is anything else, because it names no instant.
 */
export function parseInstant(text: string): number | null {
  const match = INSTANT.exec(text);
  if (match === null) return null;
  const [, date, minutes, seconds = '00', fraction = '', zone = 'Z'] = match;
  const millis = Date.parse(`${date}T${minutes}:${seconds}${normalizeZone(zone)}`);
  if (Number.isNaN(millis) || !isRealDay(date ?? '')) return null;
  return millis * 1000 + Math.floor(Number(`0.${fraction || '0'}`) * MICROS_PER_SECOND + 1e-4);
}

function normalizeZone(zone: string): string {
  if (zone.toUpperCase() === 'Z') return 'Z';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return `${zone.charAt(0)}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

/** `Date.parse` takes the 31st of February for the 3rd of March. */
function isRealDay(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}
