import { lastAtMost, type RowLayout, rowAt } from './row-layout';
import { type Row, type Timeline } from './timeline';
import { toTime, type Viewport } from './viewport';

/** How far from a box a pointer still hits it, so that a box of a fraction of a pixel can be chosen. */
const REACH_PX = 5;
/** Boxes narrower than this share pixels, and the worst of them is what is seen. */
const NARROW_PX = 2;

export interface Point {
  readonly x: number;
  /** From the top of the content. */
  readonly y: number;
}

/** The attempt at a point, or -1: the box under it, else the nearest within reach; of several in one pixel, the worst. */
export function hitTest(timeline: Timeline, layout: RowLayout, view: Viewport, width: number, point: Point): number {
  const index = rowAt(layout, point.y);
  const row = findRow(timeline, index);
  if (row === undefined) return -1;
  const pixel = (view.to - view.from) / width;
  return hitRow(row, toTime(point.x, view, width), pixel);
}

/** The row of this place among all rows. */
export function findRow({ lanes }: Pick<Timeline, 'lanes'>, index: number): Row | undefined {
  if (index < 0) return undefined;
  const lane = lanes.find(({ firstRow, rows }) => index < firstRow + rows.length);
  return lane?.rows[index - lane.firstRow];
}

function hitRow(row: Row, time: number, pixel: number): number {
  const worst = worstInPixel(row, time, pixel);
  if (worst !== -1) return worst;
  const before = lastAtMost(row.starts, time);
  const distances = [before, before + 1].map((at) => distance(row, at, time));
  const nearest = (distances[0] ?? Infinity) <= (distances[1] ?? Infinity) ? 0 : 1;
  if ((distances[nearest] ?? Infinity) > REACH_PX * pixel) return -1;
  return row.ids[before + nearest] ?? -1;
}

/** Where narrow boxes share the pixel at this time, the worst of them, the nearest among equals. */
function worstInPixel(row: Row, time: number, pixel: number): number {
  const last = lastAtMost(row.starts, time + pixel / 2);
  let [found, rank, away] = [-1, Infinity, Infinity];
  for (let at = last; at >= 0 && (row.stops[at] as number) >= time - pixel / 2; at--) {
    const length = (row.stops[at] as number) - (row.starts[at] as number);
    if (length >= NARROW_PX * pixel) return at === last ? (row.ids[at] as number) : found;
    const boxRank = row.ranks[at] as number;
    const boxAway = distance(row, at, time);
    if (boxRank < rank || (boxRank === rank && boxAway < away)) {
      [found, rank, away] = [row.ids[at] as number, boxRank, boxAway];
    }
  }
  return found;
}

function distance({ starts, stops }: Row, at: number, time: number): number {
  const [start, stop] = [starts[at], stops[at]];
  if (start === undefined || stop === undefined) return Infinity;
  return time < start ? start - time : Math.max(0, time - stop);
}
