/** Microseconds since the epoch of a DATETIME or DATETIME(6) as the driver gives it: text, without a zone, UTC. */
export function parseTime(text: string): number {
  const seconds = Date.parse(`${text.slice(0, 10)}T${text.slice(11, 19)}Z`);
  const fraction = text.length > 20 ? text.slice(20, 26).padEnd(6, '0') : '0';
  return seconds * 1000 + Number(fraction);
}

export function parseNullableTime(text: string | null): number | null {
  return text === null ? null : parseTime(text);
}

/** The second and its fraction, from the reference's two columns. */
export function parseSplitTime(text: string | null, micros: number | null): number | null {
  return text === null ? null : parseTime(text) + (micros ?? 0);
}
