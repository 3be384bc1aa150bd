import { formatMicros, parseInstant } from '@testmetrics/domain';

const MINUTE = 60_000_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const UNITS: Readonly<Record<string, number>> = {
  ...{ min: MINUTE, minute: MINUTE, minutes: MINUTE },
  ...{ h: HOUR, hour: HOUR, hours: HOUR },
  ...{ d: DAY, day: DAY, days: DAY },
  ...{ w: 7 * DAY, week: 7 * DAY, weeks: 7 * DAY },
};

const AGE = /^(\d{1,5}) ?([a-z]+)(?: ago)?$/i;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A time as people write it: an instant with a zone, a day (its beginning, UTC), or an age. Ages count back from the end of
 * the minute that is going on, as the ranges of the service do: `30 days` is what it takes where nothing is said.
 *
 * @returns ISO 8601; an instant as it was written; `null` where it is none of them, or before 1970
 */
export function readTime(text: string, nowMicros: number): string | null {
  const day = DATE.test(text) ? `${text}T00:00:00Z` : text;
  if (parseInstant(day) !== null) return day;
  const [, count, word = ''] = AGE.exec(text.trim()) ?? [];
  const unit = UNITS[word.toLowerCase()];
  if (unit === undefined) return null;
  const micros = Math.floor(nowMicros / MINUTE + 1) * MINUTE - Number(count) * unit;
  return micros < 0 ? null : formatMicros(micros);
}
