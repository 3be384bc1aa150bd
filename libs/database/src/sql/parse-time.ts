/** Microseconds since the epoch of a DATETIME or DATETIME(6) as the driver gives it: text, without a zone, UTC. */
export function parseTime(text: string): number {
  const seconds = Date.parse(`${text.slice(0, 10)}T${text.slice(11, 19)}Z`);
  const fraction = text.length > 20 ? text.slice(20, 26).padEnd(6, '0') : '0';
  return seconds * 1000 + Number(fraction);
}

export function parseNullableTime(text: string | null): number | null {
  return text === null ? null : parseTime(text);
}

/** The times of a run's tests mostly have the second of the one before. */
let latestSecond: readonly [text: string, micros: number] = ['', 0];

/** The second and its fraction, from the reference's two columns. */
export function parseSplitTime(text: string | null, micros: number | null): number | null {
  if (text === null) return null;
  if (latestSecond[0] !== text) latestSecond = [text, parseTime(text)];
  return latestSecond[1] + (micros ?? 0);
}
