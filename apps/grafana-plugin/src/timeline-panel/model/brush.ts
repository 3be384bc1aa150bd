import { clampViewport, isWhole, panBy, type Viewport } from './viewport';

/** What of the overview's brush was taken hold of. */
export type BrushPart = 'from' | 'to' | 'body' | 'outside';

const HANDLE_PX = 7;

/** The part under the pointer. Where all of the run is shown, its body is as good as outside: there is nowhere to pan to. */
export function brushPartAt(
  x: number,
  left: number,
  right: number,
  shown: { view: Viewport; whole: Viewport },
): BrushPart {
  const [toLeft, toRight] = [Math.abs(x - left), Math.abs(x - right)];
  if (Math.min(toLeft, toRight) <= HANDLE_PX)
    return toLeft < toRight || (toLeft === toRight && x < left) ? 'from' : 'to';
  if (x < left || x > right) return 'outside';
  return isWhole(shown.view, shown.whole) ? 'outside' : 'body';
}

export interface BrushDrag {
  readonly part: BrushPart;
  readonly view: Viewport;
  /** Times at which it was pressed and is now. */
  readonly pressed: number;
  readonly now: number;
}

/** The view while the brush is dragged; a handle may pass the other one. */
export function dragBrush({ part, view, pressed, now }: BrushDrag, whole: Viewport): Viewport {
  if (part === 'body') return panBy(view, now - pressed, whole);
  const [a, b] =
    part === 'from'
      ? [view.from + now - pressed, view.to]
      : part === 'to'
        ? [view.from, view.to + now - pressed]
        : [pressed, now];
  return clampViewport({ from: Math.min(a, b), to: Math.max(a, b) }, whole);
}

/** A click outside of the brush brings it there with the span that it has; where it covers all, an eighth of the run. */
export function clickOverview(view: Viewport, at: number, whole: Viewport): Viewport {
  const span = isWhole(view, whole) ? (whole.to - whole.from) / 8 : view.to - view.from;
  return clampViewport({ from: at - span / 2, to: at + span / 2 }, whole);
}

/** A handle moved by an arrow key: a fiftieth of what is shown. */
export function nudgeBrush(view: Viewport, part: 'from' | 'to', direction: 1 | -1, whole: Viewport): Viewport {
  const step = ((view.to - view.from) / 50) * direction;
  const next = part === 'from' ? { from: view.from + step, to: view.to } : { from: view.from, to: view.to + step };
  return clampViewport({ from: Math.max(whole.from, next.from), to: Math.min(whole.to, next.to) }, whole);
}
