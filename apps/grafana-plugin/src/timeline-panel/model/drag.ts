/** What the pointer does over the lanes while a button is held. */
export interface Drag {
  readonly kind: 'press' | 'zoom' | 'pan';
  readonly fromX: number;
  readonly x: number;
  /** What it becomes once it has moved. */
  readonly intent: 'zoom' | 'pan';
}

export interface PressFacts {
  readonly x: number;
  readonly button: number;
  readonly shiftKey: boolean;
  readonly isTouch: boolean;
}

/** A finger that trembles is no drag. */
const SLOP_PX = 4;

/** A press of the main or the middle button; null for others. A finger, the middle button and Shift pan, the rest zooms. */
export function startDrag({ x, button, shiftKey, isTouch }: PressFacts): Drag | null {
  if (button > 1) return null;
  return { kind: 'press', fromX: x, x, intent: isTouch || shiftKey || button === 1 ? 'pan' : 'zoom' };
}

export function moveDrag(drag: Drag, x: number): Drag {
  const hasMoved = drag.kind !== 'press' || Math.abs(x - drag.fromX) >= SLOP_PX;
  return { ...drag, x, kind: hasMoved ? drag.intent : 'press' };
}
