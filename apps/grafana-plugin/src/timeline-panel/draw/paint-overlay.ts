import { type RowLayout } from '../model/row-layout';
import { type Timeline } from '../model/timeline';
import { toX } from '../model/viewport';
import { AXIS_HEIGHT } from './paint-axis';
import { type Palette } from './palette';
import { type Frame } from './rect-plan';

const MIN_RING = 4;

export interface OverlayPaint {
  readonly timeline: Timeline;
  readonly layout: RowLayout;
  readonly frame: Frame;
  readonly palette: Palette;
  readonly selected: number;
  /** The other attempts of the selected test. */
  readonly siblings: readonly number[];
  readonly hovered: number;
  /** Where the pointer is, and the time there. */
  readonly cursor: { readonly x: number; readonly text: string } | null;
  /** What is being dragged over, from and to. */
  readonly band: readonly [number, number] | null;
  readonly isFocused: boolean;
}

/** What changes with every move of the pointer, on a canvas of its own above the boxes. */
export function paintOverlay(context: CanvasRenderingContext2D, paint: OverlayPaint): void {
  const { frame, palette, cursor, band } = paint;
  if (band !== null) paintBand(context, band, paint);
  if (cursor !== null) paintCursor(context, cursor, paint);
  context.save();
  context.beginPath();
  context.rect(0, AXIS_HEIGHT, frame.width, frame.height);
  context.clip();
  if (paint.hovered !== -1 && paint.hovered !== paint.selected) ring(context, paint.hovered, 1, paint);
  for (const id of paint.siblings) ring(context, id, 1, paint);
  if (paint.selected !== -1) {
    ring(context, paint.selected, 2, paint);
    pin(context, paint);
  }
  context.restore();
  if (paint.isFocused) {
    context.strokeStyle = palette.brush;
    context.lineWidth = 2;
    context.strokeRect(1, AXIS_HEIGHT + 1, frame.width - 2, frame.height - 2);
  }
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function placeOf(id: number, { timeline, layout, frame }: OverlayPaint): Place | null {
  const box = timeline.boxes[id];
  if (box === undefined || box.stop < frame.view.from || box.start > frame.view.to) return null;
  const left = Math.max(-4, toX(box.start, frame.view, frame.width));
  const right = Math.min(frame.width + 4, toX(box.stop, frame.view, frame.width));
  const width = Math.max(MIN_RING, right - left);
  const x = right - left < MIN_RING ? (left + right - MIN_RING) / 2 : left;
  const y = AXIS_HEIGHT + (layout.rowTops[box.row] ?? 0) - frame.scrollTop;
  return { x, y, width, height: layout.rowHeight - 1 };
}

/** A dark and a light line beside each other are seen on every color. */
function ring(context: CanvasRenderingContext2D, id: number, weight: number, paint: OverlayPaint): void {
  const place = placeOf(id, paint);
  if (place === null) return;
  const { x, y, width, height } = place;
  context.lineWidth = weight;
  context.strokeStyle = paint.palette.background;
  context.strokeRect(x + weight * 0.5, y + weight * 0.5, width - weight, height - weight);
  context.strokeStyle = paint.palette.strong;
  context.strokeRect(x - weight * 0.5, y - weight * 0.5, width + weight, height + weight);
}

/** Points at the selected box from above, which may be less than a pixel wide. */
function pin(context: CanvasRenderingContext2D, paint: OverlayPaint): void {
  const place = placeOf(paint.selected, paint);
  if (place === null) return;
  const x = place.x + place.width / 2;
  const y = place.y - 2;
  context.fillStyle = paint.palette.strong;
  context.beginPath();
  context.moveTo(x - 5, y - 7);
  context.lineTo(x + 5, y - 7);
  context.lineTo(x, y);
  context.closePath();
  context.fill();
}

function paintBand(context: CanvasRenderingContext2D, [a, b]: readonly [number, number], paint: OverlayPaint): void {
  const { frame, palette } = paint;
  context.fillStyle = palette.brush;
  context.globalAlpha = 0.2;
  context.fillRect(Math.min(a, b), AXIS_HEIGHT, Math.abs(b - a), frame.height);
  context.globalAlpha = 1;
  for (const x of [a, b]) context.fillRect(x - 0.5, AXIS_HEIGHT, 1, frame.height);
}

/** A line at the pointer, its time on the axis. */
function paintCursor(
  context: CanvasRenderingContext2D,
  { x, text }: { readonly x: number; readonly text: string },
  { frame, palette }: OverlayPaint,
): void {
  context.fillStyle = palette.strong;
  context.globalAlpha = 0.5;
  context.fillRect(Math.round(x), AXIS_HEIGHT - 2, 1, frame.height + 2);
  context.globalAlpha = 1;
  context.font = `11px ${palette.font}`;
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  const half = context.measureText(text).width / 2 + 5;
  const centre = Math.min(Math.max(x, half), Math.max(half, frame.width - half));
  context.fillStyle = palette.strong;
  context.fillRect(centre - half, 1, 2 * half, AXIS_HEIGHT - 3);
  context.fillStyle = palette.background;
  context.fillText(text, centre, AXIS_HEIGHT / 2);
}
