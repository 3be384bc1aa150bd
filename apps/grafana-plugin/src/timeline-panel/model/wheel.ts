/** What a turn of the wheel over the lanes does. */
export type WheelAction = 'zoom' | 'pan' | 'scroll' | 'pass';

export interface WheelFacts {
  readonly deltaX: number;
  readonly deltaY: number;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** The pointer is over the workers' names. */
  readonly isOverLabels: boolean;
  /** All of the run is shown, so that zooming out has no effect. */
  readonly isWhole: boolean;
  /** Since the wheel was last turned elsewhere on the page, or did not concern the panel. */
  readonly sincePassedMs: number;
}

/** A page that is being scrolled is not caught when the panel comes under the pointer. */
const GESTURE_MS = 400;

export function decideWheel(facts: WheelFacts): WheelAction {
  const { deltaX, deltaY, shiftKey, altKey, isOverLabels, isWhole, sincePassedMs } = facts;
  if (sincePassedMs < GESTURE_MS) return 'pass';
  if (altKey || isOverLabels) return 'scroll';
  if (shiftKey || Math.abs(deltaX) > Math.abs(deltaY)) return isWhole ? 'pass' : 'pan';
  return deltaY > 0 && isWhole ? 'pass' : 'zoom';
}

const PIXELS_A_LINE = 16;
const PIXELS_A_PAGE = 400;
const LARGEST = 240;

/** A turn in pixels, whatever unit the browser gives, and never so much that one loses the place. */
export function wheelPixels(delta: number, deltaMode: number): number {
  const unit = deltaMode === 1 ? PIXELS_A_LINE : deltaMode === 2 ? PIXELS_A_PAGE : 1;
  return Math.max(-LARGEST, Math.min(LARGEST, delta * unit));
}

/** By how much the span grows for a turn of so many pixels. */
export function zoomFactor(pixels: number): number {
  return Math.exp(pixels * 0.003);
}
