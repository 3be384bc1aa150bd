import { type Outcome } from '../model/outcome';
import { type Palette } from './palette';
import { SHAPES } from './shapes';

/** Pixels of the screen. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Context = CanvasRenderingContext2D;

/** Shapes smaller than this are spots. */
const LEAST_SHAPE = 4;
const MOST_SHAPE = 11;

/** A whole cell: its fill, the split of a flaky one, its shape. */
export function paintCell(context: Context, outcome: Outcome, box: Box, palette: Palette, ratio: number): void {
  context.fillStyle = outcome === 'flaky' ? palette.fills.passed : palette.fills[outcome];
  context.fillRect(box.x, box.y, box.width, box.height);
  if (outcome === 'flaky') paintSplit(context, box, palette);
  paintShape(context, outcome, box, { color: palette.inks[outcome], ratio });
}

/** The lower right half: it passed in the end. */
function paintSplit(context: Context, { x, y, width, height }: Box, palette: Palette): void {
  context.fillStyle = palette.fills.flaky;
  context.beginPath();
  context.moveTo(x + width, y);
  context.lineTo(x + width, y + height);
  context.lineTo(x, y + height);
  context.closePath();
  context.fill();
}

export function paintShape(
  context: Context,
  outcome: Outcome,
  { x, y, width, height }: Box,
  { color, ratio }: { readonly color: string; readonly ratio: number },
): void {
  const { lines, dots, ring } = SHAPES[outcome];
  if (lines.length === 0 && dots.length === 0 && ring === 0) return;
  const size = Math.min(width - 2 * ratio, height - 4 * ratio, MOST_SHAPE * ratio);
  if (size < LEAST_SHAPE) return;
  const half = size / 2;
  const thickness = Math.max(ratio, size / 6);
  const reach = half - thickness / 2;
  const at = (point: readonly [number, number]): [number, number] => [
    x + width / 2 + point[0] * reach,
    y + height / 2 + point[1] * reach,
  ];
  context.strokeStyle = color;
  context.fillStyle = color;
  context.lineWidth = thickness;
  context.beginPath();
  for (const line of lines) line.forEach((point, index) => strokeTo(context, at(point), index === 0));
  if (ring > 0) {
    context.moveTo(x + width / 2 + ring * reach, y + height / 2);
    context.arc(x + width / 2, y + height / 2, ring * reach, 0, 2 * Math.PI);
  }
  context.stroke();
  const dot = Math.max(ratio, thickness * 1.1);
  for (const point of dots) {
    const [dotX, dotY] = at(point);
    context.fillRect(dotX - dot / 2, dotY - dot / 2, dot, dot);
  }
}

function strokeTo(context: Context, [x, y]: readonly [number, number], isFirst: boolean): void {
  if (isFirst) context.moveTo(x, y);
  else context.lineTo(x, y);
}
