import type { GraphBody, GraphStep } from '@testmetrics/api-contract';

/** `2026-10-27 to 2026-11-26`, `2026-11-26 03:17 to 04:00`: a half-open range, UTC. */
export function rangeText({ since, until }: Pick<GraphBody, 'since' | 'until'>): string {
  const [from, to] = [minute(since), minute(until)];
  const isWholeDays = from.endsWith(' 00:00') && to.endsWith(' 00:00');
  return isWholeDays ? `${from.slice(0, 10)} to ${lastDay(until)}, UTC` : `${from} to ${to} UTC`;
}

function minute(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}

/** The day that a range which ends at midnight ends with. */
function lastDay(until: string): string {
  return new Date(Date.parse(until) - 1).toISOString().slice(0, 10);
}

/** `a day`. */
export function each(step: GraphStep): string {
  return step === 'hour' ? 'an hour' : `a ${step}`;
}

/** What stands below an axis of times. */
export function timeName(step: GraphStep | null): string {
  if (step === null) return 'Start of the run (UTC)';
  const names = { hour: 'Hour', day: 'Day', week: 'Week, by its Monday', month: 'Month', year: 'Year' } as const;
  return `${names[step]} (UTC)`;
}
