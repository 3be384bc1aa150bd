import { type ColumnGroup } from '../model/column-groups';
import { type Grid, type GridRow } from '../model/grid';
import { type Layout } from '../model/layout';
import { type Scroll } from '../model/visible-window';
import { type CellSheet } from './cell-sheet';
import { type Palette } from './palette';
import { type TextFitter } from './text-fitter';

/** All that is drawn; only the scroll position changes from frame to frame. */
export interface Scene {
  readonly grid: Grid;
  /** The rows in their order. */
  readonly order: Uint32Array;
  readonly layout: Layout;
  readonly isNewestLeft: boolean;
  readonly mergePrefixes: boolean;
  /** Heads of columns side by side, from the left. */
  readonly groups: readonly ColumnGroup[];
  /** What all names begin with; it stands above them once. */
  readonly common: string;
  readonly figure: (row: GridRow) => string;
  readonly figureHeading: string;
  /** Below the common beginning: how many tests there are. */
  readonly corner: string;
  readonly palette: Palette;
  readonly sheet: CellSheet;
  readonly text: TextFitter;
  readonly smallText: TextFitter;
}

export const FONT_SIZE = 12;
export const SMALL_FONT_SIZE = 11;

/** Lengths in pixels of the screen, which is what is painted in. */
export interface Pixels {
  readonly ratio: number;
  readonly width: number;
  readonly height: number;
  readonly names: number;
  readonly figures: number;
  readonly header: number;
  readonly cell: number;
  readonly row: number;
  readonly gap: number;
  readonly scrollX: number;
  readonly scrollY: number;
}

export function toPixels(layout: Layout, scroll: Scroll): Pixels {
  const { ratio } = layout;
  const pixels = (length: number): number => Math.round(length * ratio);
  return {
    ratio,
    width: pixels(layout.width),
    height: pixels(layout.height),
    names: pixels(layout.names),
    figures: pixels(layout.figures),
    header: pixels(layout.header),
    cell: pixels(layout.cellWidth),
    row: pixels(layout.rowHeight),
    gap: Math.max(1, Math.round(ratio)),
    scrollX: pixels(scroll.x),
    scrollY: pixels(scroll.y),
  };
}

/** From the oldest to the newest, and from the left to the right: the same, or turned round. */
export function turned(scene: Pick<Scene, 'grid' | 'isNewestLeft'>, column: number): number {
  return scene.isNewestLeft ? scene.grid.columns.length - 1 - column : column;
}
