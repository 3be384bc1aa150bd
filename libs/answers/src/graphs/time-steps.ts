import type { GraphStep } from '@testmetrics/api-contract';
import type { Range } from '../asking/asker';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The longest range of each step, in days; as long as the questions' own points last at most. */
const LONGEST: readonly (readonly [GraphStep, number])[] = [
  ['hour', 2],
  ['day', 124],
  ['week', 750],
  ['month', 20 * 366],
];

/** How long a point of a graph lasts. @param shortest - `day` where shorter ones would belie the graph's name */
export function stepOf({ sinceMicros, untilMicros }: Range, shortest: 'hour' | 'day'): GraphStep {
  const days = (untilMicros - sinceMicros) / 1000 / DAY_MS;
  const [step] = LONGEST.find(([name, longest]) => days <= longest && (name !== 'hour' || shortest === 'hour')) ?? [];
  return step ?? 'year';
}

/** The beginning of the step that a time lies in, in milliseconds, UTC; weeks begin on Mondays. */
export function stepStart(step: GraphStep, ms: number): number {
  const date = new Date(ms);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  switch (step) {
    case 'hour':
      return Math.floor(ms / HOUR_MS) * HOUR_MS;
    case 'day':
      return Date.UTC(year, month, day);
    case 'week':
      return Date.UTC(year, month, day - ((date.getUTCDay() + 6) % 7));
    case 'month':
      return Date.UTC(year, month, 1);
    case 'year':
      return Date.UTC(year, 0, 1);
  }
}

/** Longer than a step and shorter than two. */
const BEYOND_MS: Readonly<Record<GraphStep, number>> = {
  hour: HOUR_MS,
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: 31 * DAY_MS,
  year: 366 * DAY_MS,
};

/** The beginnings of all steps that a range touches, in milliseconds, the earliest first. */
export function stepsOf(step: GraphStep, { sinceMicros, untilMicros }: Range): readonly number[] {
  const starts: number[] = [];
  let start = stepStart(step, Math.floor(sinceMicros / 1000));
  while (start * 1000 < untilMicros) {
    starts.push(start);
    start = stepStart(step, start + BEYOND_MS[step]);
  }
  return starts;
}
