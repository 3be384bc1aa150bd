/** The part of the time that is shown: milliseconds since the timeline's origin. */
export interface Viewport {
  readonly from: number;
  readonly to: number;
}

/** Nearer than a microsecond there is nothing to see. */
const MIN_SPAN_MS = 0.001;
/** Left free at both ends, so that the last box does not end at the frame. */
const MARGIN = 0.005;
/** What a selected box may fill before the view widens. */
const FITS = 0.9;

/** All of a run. One that took no time at all is shown in the middle of a millisecond. */
export function wholeRun(wallMs: number): Viewport {
  const margin = wallMs > 0 ? wallMs * MARGIN : 0.5;
  return { from: -margin, to: wallMs + margin };
}

/** Keeps a viewport inside the whole run, with its span where possible. */
export function clampViewport({ from, to }: Viewport, whole: Viewport): Viewport {
  const longest = whole.to - whole.from;
  const span = Math.min(longest, Math.max(MIN_SPAN_MS, to - from));
  if (!Number.isFinite(span)) return whole;
  const middle = (from + to) / 2;
  const start = Math.min(Math.max(to - from < span ? middle - span / 2 : from, whole.from), whole.to - span);
  return { from: start, to: start + span };
}

/** Makes the span `factor` times as long; the time `at` stays where it is on the screen. */
export function zoomAt(view: Viewport, at: number, factor: number, whole: Viewport): Viewport {
  const span = view.to - view.from;
  const next = Math.min(whole.to - whole.from, Math.max(MIN_SPAN_MS, span * factor));
  const share = (at - view.from) / span;
  const from = at - share * next;
  return clampViewport({ from, to: from + next }, whole);
}

export function panBy(view: Viewport, ms: number, whole: Viewport): Viewport {
  return clampViewport({ from: view.from + ms, to: view.to + ms }, whole);
}

/** Moves the view only if the span is not in it, and widens it only if it would not fit. */
export function viewToShow(view: Viewport, start: number, stop: number, whole: Viewport): Viewport {
  if (start >= view.from && stop <= view.to) return view;
  const span = Math.max(view.to - view.from, (stop - start) / FITS);
  const middle = (start + stop) / 2;
  return clampViewport({ from: middle - span / 2, to: middle + span / 2 }, whole);
}

/** So near that the span fills a third of the view; a moment gets a thousandth of the run. */
export function viewAround(start: number, stop: number, whole: Viewport): Viewport {
  const span = Math.max((stop - start) * 3, (whole.to - whole.from) / 1000);
  const middle = (start + stop) / 2;
  return clampViewport({ from: middle - span / 2, to: middle + span / 2 }, whole);
}

/** Nothing lies outside of it. */
export function isWhole(view: Viewport, whole: Viewport): boolean {
  const tolerance = (whole.to - whole.from) * 1e-6;
  return view.from <= whole.from + tolerance && view.to >= whole.to - tolerance;
}

/** Where a time is on a screen of this width, in pixels. */
export function toX(time: number, { from, to }: Viewport, width: number): number {
  return ((time - from) / (to - from)) * width;
}

export function toTime(x: number, { from, to }: Viewport, width: number): number {
  return from + (x / width) * (to - from);
}

/** Between two views, for a movement that the eye can follow; `done` from 0 to 1. */
export function between(a: Viewport, b: Viewport, done: number): Viewport {
  const eased = 1 - (1 - done) ** 3;
  return { from: a.from + (b.from - a.from) * eased, to: a.to + (b.to - a.to) * eased };
}
