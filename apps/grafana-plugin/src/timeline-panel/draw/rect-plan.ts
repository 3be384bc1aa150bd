import { KINDS } from '../model/kind';
import { lastAtMost, type RowLayout } from '../model/row-layout';
import { type Row, type Timeline } from '../model/timeline';
import { type Viewport } from '../model/viewport';

/** What of the timeline is on the screen. */
export interface Frame {
  readonly view: Viewport;
  readonly width: number;
  readonly height: number;
  readonly scrollTop: number;
  /** Device pixels to a pixel. */
  readonly density: number;
}

/** A box that is wide enough for a sign or a name. */
export interface WideBox {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** What is to be painted of the boxes, sorted so that each color is set once. */
export interface RectPlan {
  /** By style (see `styleOf`): x, y, width, height of one rectangle after the other. */
  readonly rects: readonly number[][];
  readonly wide: readonly WideBox[];
  /** By rank of what needs attention: x and y of marks above the lanes. */
  readonly marks: readonly number[][];
}

/** From this width on a box is painted as itself; narrower ones share pixels. */
const WIDE_PX = 2;
const TEXT_PX = 11;
const MAX_TEXTS = 600;
const MARK_PX = 4;
/** Ranks below this one need attention. */
export const MARKED_RANKS = 4;
const EMPTY = 255;

/** The styles of boxes: each kind, then each kind faded. */
export function styleOf(rank: number, isFaded: boolean): number {
  return isFaded ? rank + KINDS.length : rank;
}

export const STYLES = 2 * KINDS.length;

/**
 * Decides what to paint. Its cost follows the boxes that are in view, and what it gives follows the pixels: of boxes
 * narrower than two pixels, each pixel shows the worst one, those that do not fade before those that do.
 */
export function planRects(timeline: Timeline, layout: RowLayout, frame: Frame, bright: Uint8Array | null): RectPlan {
  const plan = {
    rects: Array.from({ length: STYLES }, (): number[] => []),
    wide: [] as WideBox[],
    marks: Array.from({ length: MARKED_RANKS }, (): number[] => []),
  };
  const columns = new Uint8Array(Math.ceil(frame.width * frame.density));
  timeline.lanes.forEach(({ rows, firstRow }, lane) => {
    const top = (layout.laneTops[lane] ?? 0) - frame.scrollTop;
    if (top > frame.height || top + (layout.laneHeights[lane] ?? 0) < 0) return;
    const marks = new Map<number, number>();
    rows.forEach((row, at) => {
      const y = (layout.rowTops[firstRow + at] ?? 0) - frame.scrollTop;
      if (y > frame.height || y + layout.rowHeight < 0) return;
      planRow({ row, y, rowHeight: layout.rowHeight, frame, bright, columns, marks, plan });
    });
    for (const [x, rank] of marks) plan.marks[rank]?.push(x * MARK_PX, top);
  });
  return plan;
}

interface RowPlan {
  readonly row: Row;
  readonly y: number;
  readonly rowHeight: number;
  readonly frame: Frame;
  readonly bright: Uint8Array | null;
  readonly columns: Uint8Array;
  readonly marks: Map<number, number>;
  readonly plan: { readonly rects: number[][]; readonly wide: WideBox[] };
}

function planRow(given: RowPlan): void {
  const { row, y, frame, bright, columns, marks, plan } = given;
  const { starts, stops, ids, ranks } = row;
  const { view, width, density } = frame;
  const scale = width / (view.to - view.from);
  let hasNarrow = false;
  for (let at = firstVisible(row, view.from, 1 / scale); at < starts.length; at++) {
    const left = ((starts[at] as number) - view.from) * scale;
    if (left > width) break;
    const right = ((stops[at] as number) - view.from) * scale;
    const rank = ranks[at] as number;
    const id = ids[at] as number;
    const isFaded = bright !== null && bright[id] !== 1;
    if (rank < MARKED_RANKS && !isFaded) markAt(marks, Math.max(left, Math.min(right, width) / 2 + left / 2), rank);
    const style = styleOf(rank, isFaded);
    if (right - left < WIDE_PX) {
      hasNarrow = fillColumns(columns, left * density, Math.max(right, left + 1) * density, style, hasNarrow);
      continue;
    }
    const x = Math.max(-WIDE_PX, left);
    const boxWidth = Math.min(width + WIDE_PX, right) - x;
    plan.rects[style]?.push(x, y, boxWidth > 2 * WIDE_PX ? boxWidth - 1 : boxWidth, given.rowHeight - 1);
    if (boxWidth >= TEXT_PX && !isFaded && plan.wide.length < MAX_TEXTS) {
      plan.wide.push({ id, x: Math.max(0, x), y, width: boxWidth - Math.max(0, -x) });
    }
  }
  if (hasNarrow) flushColumns(columns, given);
}

/** The boxes of a row do not overlap, so their stops ascend as their starts do. One pixel more, for moments at the edge. */
function firstVisible({ stops }: Row, from: number, pixel: number): number {
  return lastAtMost(stops, from - pixel) + 1;
}

function markAt(marks: Map<number, number>, x: number, rank: number): void {
  const column = Math.round(x / MARK_PX);
  const known = marks.get(column);
  if (known === undefined || rank < known) marks.set(column, rank);
}

function fillColumns(columns: Uint8Array, from: number, to: number, style: number, hasNarrow: boolean): boolean {
  if (!hasNarrow) columns.fill(EMPTY);
  const last = Math.min(columns.length, Math.round(to));
  for (let column = Math.max(0, Math.round(from)); column < last; column++) {
    if (style < (columns[column] as number)) columns[column] = style;
  }
  return true;
}

/** Neighbouring pixels of one style become one rectangle. */
function flushColumns(columns: Uint8Array, { plan, y, rowHeight, frame }: RowPlan): void {
  let from = 0;
  for (let column = 1; column <= columns.length; column++) {
    const style = columns[from] as number;
    if (column < columns.length && columns[column] === style) continue;
    if (style !== EMPTY) {
      plan.rects[style]?.push(from / frame.density, y, (column - from) / frame.density, rowHeight - 1);
    }
    from = column;
  }
}
