/** From the start of the year 0, in which the server counts, to that of 1970. */
const SECONDS_BEFORE_1970 = 62_167_219_200;

/**
 * SQL of the seconds of a DATETIME column as a number: twenty thousand texts of times would be read one after the other only to be
 * thrown away.
 */
export function secondsOf(column: string): string {
  return `TO_SECONDS(${column})`;
}

/** Microseconds since 1970, of the seconds that `secondsOf()` gave and the fraction in a column of its own. */
export function microsOf(seconds: unknown, fraction: unknown): number | null {
  return seconds === null ? null : (Number(seconds) - SECONDS_BEFORE_1970) * 1_000_000 + Number(fraction ?? 0);
}
