import { type Ticks } from '../model/ticks';
import { toX, type Viewport } from '../model/viewport';
import { type Palette } from './palette';

export const AXIS_HEIGHT = 20;

export interface AxisPaint {
  readonly ticks: Ticks;
  readonly format: (time: number, stepMs: number) => string;
  readonly view: Viewport;
  readonly width: number;
  /** Down to here the lines of the ticks go. */
  readonly height: number;
  readonly palette: Palette;
}

/** Times at the top, and a line down from each. */
export function paintAxis(context: CanvasRenderingContext2D, paint: AxisPaint): void {
  const { ticks, format, view, width, height, palette } = paint;
  context.font = `11px ${palette.font}`;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  for (const time of ticks.times) {
    const x = Math.round(toX(time, view, width));
    context.fillStyle = palette.grid;
    context.fillRect(x, 4, 1, height - 4);
    context.fillStyle = palette.quietText;
    const text = format(time, ticks.stepMs);
    const room = width - x - 6;
    if (context.measureText(text).width <= room) context.fillText(text, x + 4, AXIS_HEIGHT / 2 + 1);
  }
}
