import { type Span } from './pack-rows';

/** The time in which a worker ran nothing, between the start and the end of the run. Milliseconds. */
export interface Idle {
  readonly busyMs: number;
  readonly idleMs: number;
  /** Before its first test, between tests, after its last one: together `idleMs`. */
  readonly beforeMs: number;
  readonly betweenMs: number;
  readonly afterMs: number;
  readonly longestMs: number;
  readonly gaps: readonly Span[];
}

/** The gaps of one worker whose spans come sorted by start; those that overlap count once. */
export function idleOf(spans: readonly Span[], wallMs: number): Idle {
  const gaps: Span[] = [];
  let end = 0;
  for (const { start, stop } of spans) {
    if (start > end) gaps.push({ start: end, stop: start });
    end = Math.max(end, stop);
  }
  if (wallMs > end) gaps.push({ start: end, stop: wallMs });
  const first = spans[0]?.start ?? wallMs;
  const lengths = gaps.map(({ start, stop }) => stop - start);
  const idleMs = lengths.reduce((sum, length) => sum + length, 0);
  const afterMs = spans.length === 0 ? 0 : Math.max(0, wallMs - end);
  return {
    busyMs: Math.max(0, wallMs - idleMs),
    idleMs,
    beforeMs: first,
    betweenMs: Math.max(0, idleMs - first - afterMs),
    afterMs,
    longestMs: lengths.reduce((longest, length) => Math.max(longest, length), 0),
    gaps,
  };
}
