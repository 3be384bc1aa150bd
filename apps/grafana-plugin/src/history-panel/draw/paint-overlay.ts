import { boxOf, type Hit } from '../model/hit-test';
import { type FocusedCell } from '../model/move-focus';
import { type Layout } from '../model/layout';
import { type Scroll } from '../model/visible-window';
import { within } from './paint-grid';
import { type Palette } from './palette';

type Context = CanvasRenderingContext2D;

export interface Overlay {
  readonly layout: Layout;
  readonly scroll: Scroll;
  readonly palette: Palette;
  readonly hover: Hit | null;
  /** `null` while the grid has no focus. */
  readonly focus: FocusedCell | null;
}

/** The row and column under the mouse, and the cell that keys act on. Drawn apart, so that moving the mouse redraws no cells. */
export function paintOverlay(context: Context, overlay: Overlay): void {
  const { layout, hover, focus, palette } = overlay;
  const { ratio, width, height, names, header } = layout;
  context.clearRect(0, 0, Math.round(width * ratio), Math.round(height * ratio));
  if (hover !== null) paintBands(context, overlay, hover);
  within(context, scaled({ x: names, y: header, width: width - names, height: height - header }, ratio), () => {
    if (hover?.kind === 'cell') paintFrame(context, overlay, { cell: hover, color: palette.hover });
    if (focus !== null) paintFrame(context, overlay, { cell: focus, color: palette.focus, outer: palette.background });
  });
}

function paintBands(context: Context, { layout, scroll, palette }: Overlay, hover: Hit): void {
  const { ratio, width, height, names, header } = layout;
  const box = scaled(boxOf(layout, scroll, hover), ratio);
  context.fillStyle = palette.band;
  const below = scaled({ x: 0, y: header, width, height: height - header }, ratio);
  const behind = scaled({ x: names, y: 0, width: width - names, height }, ratio);
  if (hover.kind !== 'header')
    within(context, below, () => context.fillRect(0, box.y, Math.round(width * ratio), box.height));
  if (hover.kind !== 'name')
    within(context, behind, () => context.fillRect(box.x, 0, box.width, Math.round(height * ratio)));
}

interface Frame {
  readonly cell: FocusedCell;
  readonly color: string;
  /** Of a second line outside, where the first alone may not be told from its neighbours. */
  readonly outer?: string;
}

/** Around the cell, not on it: its shape stays readable. */
function paintFrame(context: Context, { layout, scroll }: Overlay, { cell, color, outer }: Frame): void {
  const line = Math.max(1, Math.round(layout.ratio * 2));
  const gap = Math.max(1, Math.round(layout.ratio));
  const { x, y, width, height } = scaled(boxOf(layout, scroll, { kind: 'cell', ...cell }), layout.ratio);
  const frame = (distance: number, style: string): void => {
    context.lineWidth = line;
    context.strokeStyle = style;
    context.strokeRect(x - distance, y - distance, width - gap + 2 * distance, height - gap + 2 * distance);
  };
  if (outer !== undefined) frame(line * 1.5, outer);
  frame(line / 2, color);
}

function scaled<Area extends { x: number; y: number; width: number; height: number }>(area: Area, ratio: number): Area {
  const pixels = (length: number): number => Math.round(length * ratio);
  return { ...area, x: pixels(area.x), y: pixels(area.y), width: pixels(area.width), height: pixels(area.height) };
}
