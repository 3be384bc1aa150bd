import type { Range } from '../asking/asker';
import { readWindow } from '../paging/read-window';

const DAY = 86_400_000_000;

/** The last days, up to the end of the current minute. */
export function badgeRange(days: number, nowMicros: number): Range {
  const { untilMicros } = readWindow({}, nowMicros);
  return { sinceMicros: Math.max(0, untilMicros - days * DAY), untilMicros };
}
