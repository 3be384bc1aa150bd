import { type RowLayout } from '../model/row-layout';
import { type Box, type Timeline } from '../model/timeline';
import { toX } from '../model/viewport';
import { type Palette } from './palette';
import { type Frame } from './rect-plan';

const RAIL_PX = 3;

export interface ChainPaint {
  readonly timeline: Timeline;
  readonly layout: RowLayout;
  readonly frame: Frame;
  readonly palette: Palette;
  /** Ids by time. */
  readonly links: readonly number[];
}

/** A rail below the links of the chain, a thin line over the pauses between them, and an upright one from worker to worker. */
export function paintChain(context: CanvasRenderingContext2D, paint: ChainPaint): void {
  const { timeline, layout, frame, palette, links } = paint;
  const { view, width, scrollTop } = frame;
  const railOf = (box: Box): number => (layout.rowTops[box.row] ?? 0) + layout.rowHeight - RAIL_PX - scrollTop;
  context.fillStyle = palette.strong;
  let [before, painted]: [Box | undefined, number] = [undefined, -Infinity];
  for (const id of links) {
    const box = timeline.boxes[id];
    if (box === undefined) continue;
    const left = Math.max(-1, toX(box.start, view, width));
    const right = Math.min(width + 1, Math.max(left + 1, toX(box.stop, view, width)));
    const y = railOf(box);
    if (before !== undefined)
      painted = connect(context, { before, box, left, painted, y, fromY: railOf(before), paint });
    // Links of less than half a pixel are already under the rail.
    if (right > painted + 0.5 || before?.row !== box.row) {
      if (right > 0 && left < width) context.fillRect(left, y, right - left, RAIL_PX);
      painted = right;
    }
    before = box;
  }
}

interface Step {
  readonly before: Box;
  readonly box: Box;
  readonly left: number;
  readonly painted: number;
  readonly y: number;
  readonly fromY: number;
  readonly paint: ChainPaint;
}

function connect(context: CanvasRenderingContext2D, { before, box, left, painted, y, fromY, paint }: Step): number {
  const { view, width } = paint.frame;
  const from = toX(before.stop, view, width);
  if (left - from >= 1 && left > 0 && from < width) {
    const x = Math.max(0, from);
    context.fillRect(x, fromY + 1, Math.min(width, left) - x, 1);
  }
  if (before.row === box.row) return painted;
  if (left >= 0 && left <= width) {
    context.fillRect(left - 0.5, Math.min(y, fromY), 1.5, Math.abs(y - fromY) + RAIL_PX);
  }
  return -Infinity;
}
