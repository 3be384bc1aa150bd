import { makeHistory } from '@testmetrics/questions/testing';
import type { Range } from '../asking/asker';

export const DAY = 86_400_000_000;
/** When the newest run of the history began, and what the time is for those who ask. */
export const END = Date.UTC(2026, 10, 20, 13, 30) * 1000;
export const HISTORY = makeHistory({ endMicros: END, days: 45 });

/** Both sides of the limits at which questions change from single rows to totals. */
export const RANGES: readonly (readonly [string, Range])[] = [
  ['a day', { sinceMicros: END - DAY, untilMicros: END }],
  ['nine days', { sinceMicros: END - 9 * DAY, untilMicros: END }],
  ['40 days', { sinceMicros: END - 40 * DAY, untilMicros: END }],
];
