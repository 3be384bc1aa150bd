import { type Timeline } from './timeline';

/** Where lanes and rows stand, in pixels from the top of the content. */
export interface RowLayout {
  readonly rowHeight: number;
  /** Free above each lane: the marks of failures stand there. */
  readonly laneGap: number;
  readonly laneTops: readonly number[];
  readonly laneHeights: readonly number[];
  readonly rowTops: readonly number[];
  readonly contentHeight: number;
}

const MIN_ROW = 9;
const MAX_ROW = 40;
const MAX_STACKED_ROW = 24;
const WIDE_GAP = 10;
const NARROW_GAP = 6;
const MANY_LANES = 24;

/** Gives the rows the height that there is; where they would get too low to hit, the content is higher than the screen and scrolls. */
export function layoutRows({ lanes }: Pick<Timeline, 'lanes'>, height: number): RowLayout {
  const rows = lanes.reduce((sum, lane) => sum + lane.rows.length, 0);
  const laneGap = lanes.length > MANY_LANES ? NARROW_GAP : WIDE_GAP;
  const highest = rows > lanes.length ? MAX_STACKED_ROW : MAX_ROW;
  const share = (height - laneGap * (lanes.length + 1)) / Math.max(1, rows);
  const rowHeight = Math.floor(Math.min(highest, Math.max(MIN_ROW, share)));
  const [laneTops, laneHeights, rowTops]: [number[], number[], number[]] = [[], [], []];
  let top = laneGap;
  for (const lane of lanes) {
    laneTops.push(top);
    laneHeights.push(lane.rows.length * rowHeight);
    for (let row = 0; row < lane.rows.length; row++) rowTops.push(top + row * rowHeight);
    top += lane.rows.length * rowHeight + laneGap;
  }
  return { rowHeight, laneGap, laneTops, laneHeights, rowTops, contentHeight: top };
}

/** The lane at a height, its gap above included; -1 where there is none. */
export function laneAt({ laneTops, laneHeights, laneGap }: RowLayout, y: number): number {
  const lane = lastAtMost(laneTops, y + laneGap);
  const top = laneTops[lane];
  return top !== undefined && y < top + (laneHeights[lane] ?? 0) ? lane : -1;
}

/** The row at a height; in the gap above a lane, its first row; -1 where there is none. */
export function rowAt({ rowTops, rowHeight, laneGap }: RowLayout, y: number): number {
  const row = lastAtMost(rowTops, y);
  const top = rowTops[row];
  if (top !== undefined && y < top + rowHeight) return row;
  const next = rowTops[row + 1];
  return next !== undefined && next - y <= laneGap ? row + 1 : -1;
}

/** The last place in ascending numbers whose number is at most this; -1 where all are more. */
export function lastAtMost(numbers: ArrayLike<number>, limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** How far to scroll so that a lane is seen; the same as now where it is. */
export function scrollToLane(layout: RowLayout, lane: number, scrollTop: number, height: number): number {
  const top = (layout.laneTops[lane] ?? 0) - layout.laneGap;
  const bottom = (layout.laneTops[lane] ?? 0) + (layout.laneHeights[lane] ?? 0);
  if (top < scrollTop) return Math.max(0, top);
  if (bottom > scrollTop + height) return Math.max(0, Math.min(top, bottom - height));
  return scrollTop;
}
