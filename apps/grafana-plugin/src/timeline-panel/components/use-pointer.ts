import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import { AXIS_HEIGHT } from '../draw/paint-axis';
import { type Drag, moveDrag, startDrag } from '../model/drag';
import { hitTest } from '../model/hit-test';
import { laneAt } from '../model/row-layout';
import { makeTicks } from '../model/ticks';
import { clampViewport, panBy, toTime, type Viewport } from '../model/viewport';
import { type LanesPlace } from './lanes-place';
import { type RunScene } from './run-scene';

/** Where the pointer is over the lanes, and on what. */
export interface PointerState {
  /** In the window. */
  readonly client: { readonly x: number; readonly y: number };
  /** The attempt, or -1. */
  readonly hovered: number;
  /** The lane whose name it is on, or -1. */
  readonly label: number;
  readonly cursor: { readonly x: number; readonly text: string } | null;
  readonly band: readonly [number, number] | null;
}

export const NO_POINTER: PointerState = { client: { x: 0, y: 0 }, hovered: -1, label: -1, cursor: null, band: null };

interface Given {
  readonly scene: RunScene;
  readonly place: LanesPlace;
  readonly element: RefObject<HTMLElement>;
  readonly onSelect: (id: number) => void;
}

/** The pointer over the lanes: hover, click, drag to zoom or pan, double click for all. */
export function usePointer({ scene, place, element, onSelect }: Given) {
  const { timeline, store, times } = scene;
  const { layout, indent, width, height } = place;
  const [current, setCurrent] = useState<PointerState>(NO_POINTER);
  const drag = useRef<{ readonly drag: Drag; readonly view: Viewport } | null>(null);

  const pointOf = ({ clientX, clientY }: PointerEvent) => {
    const { left, top } = element.current?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return { x: clientX - left - indent, y: clientY - top - AXIS_HEIGHT };
  };
  const idAt = ({ x, y }: { x: number; y: number }): number => {
    if (x < 0 || x > width || y < 0 || y > height) return -1;
    const { time, scrollTop } = store.get();
    return hitTest(timeline, layout, time, width, { x, y: y + scrollTop });
  };
  const hover = (event: PointerEvent, band: PointerState['band']): void => {
    const point = pointOf(event);
    const { time, scrollTop } = store.get();
    const isOverTime = point.x >= 0 && point.x <= width;
    const { stepMs } = makeTicks(time, width);
    setCurrent({
      client: { x: event.clientX, y: event.clientY },
      hovered: idAt(point),
      label: point.x < 0 && point.y >= 0 ? laneAt(layout, point.y + scrollTop) : -1,
      cursor: isOverTime ? { x: point.x, text: times.cursor(toTime(point.x, time, width), stepMs) } : null,
      band,
    });
  };

  const onPointerDown = (event: PointerEvent): void => {
    const { x, y } = pointOf(event);
    if (x < 0 || x > width || y < -AXIS_HEIGHT) return;
    const { button, shiftKey, pointerType } = event;
    const started = startDrag({ x, button, shiftKey, isTouch: pointerType === 'touch' });
    if (started === null) return;
    drag.current = { drag: started, view: store.get().time };
    element.current?.setPointerCapture?.(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent): void => {
    const held = drag.current;
    if (held === null) {
      hover(event, null);
      return;
    }
    const moved = moveDrag(held.drag, pointOf(event).x);
    drag.current = { ...held, drag: moved };
    if (moved.kind === 'pan') {
      const { view } = held;
      store.show(panBy(view, ((moved.fromX - moved.x) / width) * (view.to - view.from), store.whole));
    }
    hover(event, moved.kind === 'zoom' ? [moved.fromX, Math.max(0, Math.min(width, moved.x))] : null);
  };
  const onPointerUp = (event: PointerEvent): void => {
    const held = drag.current;
    drag.current = null;
    if (held === null) return;
    const { kind, fromX } = held.drag;
    if (kind === 'press' && event.button === 0) onSelect(idAt(pointOf(event)));
    if (kind === 'zoom') {
      const [a, b] = [fromX, held.drag.x].map((x) => toTime(x, held.view, width)) as [number, number];
      store.moveTo(clampViewport({ from: Math.min(a, b), to: Math.max(a, b) }, store.whole));
    }
    hover(event, null);
  };
  const leave = (): void => {
    if (drag.current === null) setCurrent(NO_POINTER);
  };
  const cancel = (): void => {
    drag.current = null;
    setCurrent(NO_POINTER);
  };
  const onDoubleClick = (): void => store.moveTo(store.whole);
  const handlers = {
    onPointerDown,
    onPointerMove,
    onPointerUp,
    onPointerLeave: leave,
    onPointerCancel: cancel,
    onDoubleClick,
  };
  return { current, handlers };
}
