import { EncodeError } from './encode-error';

/** From 0001-01-01 to the end of 9999: four digits for the year. */
const FIRST_MICROS = -62_135_596_800_000_000;
const END_MICROS = 253_402_300_800_000_000;

/**
 * The text of a `time:` line.
 *
 * Readers multiply the fraction in binary and cut it: `.519450` becomes 519449 microseconds. Where that would happen a
 * seventh digit stands, with which they all read the right number.
 *
 * @throws EncodeError where the year has not four digits
 */
export function formatV1Time(micros: number): string {
  if (!(micros >= FIRST_MICROS && micros < END_MICROS)) {
    throw new EncodeError('bad_time', 'time', 'a year from 1 to 9999', `${micros} microseconds`);
  }
  const seconds = Math.floor(micros / 1_000_000);
  const fraction = Math.round(micros - seconds * 1_000_000);
  const digits = String(fraction).padStart(6, '0');
  const isReadRight = Math.trunc(Number(`0.${digits}`) * 1_000_000) === fraction;
  const text = new Date(seconds * 1000).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 19)}.${digits}${isReadRight ? '' : '5'}Z`;
}
