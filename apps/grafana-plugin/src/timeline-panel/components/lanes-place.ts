import { type Frame } from '../draw/rect-plan';
import { type RowLayout } from '../model/row-layout';
import { type CanvasSize } from './use-canvas';
import { type ViewStore } from './view-store';

/** Where things stand in the lanes' part of the panel. */
export interface LanesPlace {
  readonly layout: RowLayout;
  /** Of the canvas. */
  readonly size: CanvasSize;
  /** Of the workers' names at the left. */
  readonly indent: number;
  /** Of the time, right of the names. */
  readonly width: number;
  /** Of the lanes, below the axis. */
  readonly height: number;
}

/** How far the lanes scroll. */
export function maxScrollOf({ layout, height }: LanesPlace): number {
  return Math.max(0, layout.contentHeight - height);
}

export function frameOf(store: ViewStore, place: LanesPlace, density: number): Frame {
  const { time, scrollTop } = store.get();
  const { width, height } = place;
  return { view: time, width, height, scrollTop: Math.min(scrollTop, maxScrollOf(place)), density };
}
