import { formatMicros } from '@testmetrics/domain';
import { AppError } from '@testmetrics/runtime';
import type { Range } from '../asking/asker';

const MINUTE = 60_000_000;
const DAY = 24 * 60 * MINUTE;

/** Where nothing is said. */
const DEFAULT_DAYS = 30;

/** The ends of a range as a query gives them, in microseconds. */
export interface WindowQuery {
  readonly since?: number | undefined;
  readonly until?: number | undefined;
}

/**
 * The range that a query means. It ends with the minute that is going on, so that what came just now is in it and the
 * same question within a minute is the same SQL; it begins 30 days before its end.
 *
 * @throws {AppError} `bad_range`
 */
export function readWindow({ since, until }: WindowQuery, nowMicros: number): Range {
  const untilMicros = until ?? Math.floor(nowMicros / MINUTE + 1) * MINUTE;
  const sinceMicros = since ?? Math.max(0, untilMicros - DEFAULT_DAYS * DAY);
  if (sinceMicros < untilMicros) return { sinceMicros, untilMicros };
  throw badRange(sinceMicros, untilMicros);
}

/** The problem that tells a client that nothing lies in its range. */
export function badRange(sinceMicros: number, untilMicros: number): AppError {
  return new AppError('bad_range', 'The range ends before it begins.', {
    status: 400,
    expected: 'since before until (without until: before now)',
    found: `since ${formatMicros(sinceMicros)}, until ${formatMicros(untilMicros)}`,
    action: 'exchange the two, or leave one out',
  });
}
