import { type CriticalChain } from './critical-chain';
import { durationOf, formatDuration } from './duration';
import { formatElapsed } from './ticks';
import { type Lane, type Timeline } from './timeline';

/** Of a spoken step: tenths of a second are enough. */
const SPOKEN_STEP_MS = 100;

/** What a screen reader says of the selected attempt. */
export function describeAttempt(timeline: Timeline, id: number, label: string): string {
  const attempt = timeline.attempts[id];
  if (attempt === undefined) return '';
  const box = timeline.boxes[id];
  const duration = durationOf(attempt);
  const tries = attempt.attempts > 1 ? `attempt ${attempt.attempt} of ${attempt.attempts}` : '';
  const lane = box === undefined ? undefined : timeline.lanes[box.lane];
  return [
    `${label}: ${attempt.test.slice(0, 500)}`,
    tries,
    duration === null ? 'duration unknown' : formatDuration(duration),
    box === undefined ? 'without times' : `at ${formatElapsed(box.start, SPOKEN_STEP_MS)}`,
    lane === undefined ? '' : `${lane.label}, ${lane.order.indexOf(id) + 1} of ${lane.order.length}`,
    attempt.message,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** Its time without tests, in words. */
export function describeIdle({ label, idle, order }: Lane): string {
  const { idleMs, beforeMs, betweenMs, afterMs, longestMs } = idle;
  const tests = `${order.length} ${order.length === 1 ? 'attempt' : 'attempts'}`;
  if (idleMs <= 0) return `${label}: ${tests}, never idle.`;
  return (
    `${label}: ${tests}, idle ${formatDuration(idleMs)}: ${formatDuration(beforeMs)} before the first, ` +
    `${formatDuration(betweenMs)} between them, ${formatDuration(afterMs)} after the last; at most ${formatDuration(longestMs)} at a time.`
  );
}

export interface IdleSum {
  readonly idleMs: number;
  /** The time that all workers had together. */
  readonly availableMs: number;
}

export function sumIdle({ lanes, wallMs }: Timeline): IdleSum {
  return { idleMs: lanes.reduce((sum, { idle }) => sum + idle.idleMs, 0), availableMs: lanes.length * wallMs };
}

/** Why the run took as long as it did. */
export function explainChain(timeline: Timeline, chain: CriticalChain): readonly string[] {
  const { links, lanes, leadMs, busyMs, gapMs } = chain;
  const names = lanes.map((lane) => timeline.lanes[lane]?.label ?? '').slice(0, 6);
  const count = `${links.length} ${links.length === 1 ? 'test' : 'tests'}`;
  const path = lanes.length > names.length ? `${names.join(' → ')} → …` : names.join(' → ');
  const ways = `${path}: the last test to end, and what its worker ran before it: ${count}. Only where these, or the pauses between them, get shorter does the run.`;
  const sums =
    `${formatDuration(timeline.wallMs)} = ${formatDuration(busyMs)} in these tests + ${formatDuration(gapMs)} between them` +
    (leadMs > 0 ? ` + ${formatDuration(leadMs)} before the first.` : '.');
  return [ways, sums, explainBalance(timeline)].filter((text) => text !== '');
}

/** What more even workers would have brought: no run is shorter than its longest test, nor than its share of the work. */
function explainBalance({ lanes, attempts, wallMs }: Timeline): string {
  if (lanes.length < 2) return '';
  const busyMs = lanes.reduce((sum, { idle }) => sum + idle.busyMs, 0);
  const longestMs = attempts.reduce((longest, attempt) => Math.max(longest, durationOf(attempt) ?? 0), 0);
  const bestMs = Math.min(wallMs, Math.max(busyMs / lanes.length, longestMs));
  const why = longestMs > busyMs / lanes.length ? 'as long as the longest test' : 'if no worker were ever idle';
  return `At best ${lanes.length} workers could do this run in ${formatDuration(bestMs)}, ${why}.`;
}
