import { type GridColumn } from '../model/grid';
import { type VisibleWindow } from '../model/visible-window';
import { type Pixels, type Scene, SMALL_FONT_SIZE, turned } from './scene';

type Context = CanvasRenderingContext2D;

/** Pixels of the page. */
const BAND_HEIGHT = 20;
const BAR_HEIGHT = 18;
const LEAST_BAR = 3;
const PADDING = 4;

/** Dates, and below them a bar a column: how much of it failed, against the worst of all columns. */
export function paintHeader(context: Context, scene: Scene, pixels: Pixels, window: VisibleWindow): void {
  paintGroups(context, scene, pixels, window);
  paintBars(context, scene, pixels, window);
  context.fillStyle = scene.palette.line;
  context.fillRect(0, pixels.header - pixels.gap - pixels.ratio, pixels.width, pixels.gap);
}

function paintGroups(context: Context, scene: Scene, pixels: Pixels, window: VisibleWindow): void {
  const { ratio, names, cell, scrollX } = pixels;
  context.font = `${SMALL_FONT_SIZE * ratio}px ${scene.palette.font}`;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const startOf = (column: number): number => names + column * cell - scrollX;
  scene.groups.forEach((group, index) => {
    const { from, to, label } = group;
    context.fillStyle = scene.palette.strongLine;
    const isMarked = from >= window.fromColumn && from < window.toColumn;
    if (isMarked)
      context.fillRect(startOf(from), (label === '' ? 12 : 4) * ratio, pixels.gap, (label === '' ? 6 : 14) * ratio);
    const next = nextLabel(scene, index);
    if (label === '' || from >= window.toColumn || next <= window.fromColumn) return;
    // A wide group keeps its name in view while it is scrolled through.
    const left = Math.max(to === Math.min(next, scene.grid.columns.length) ? names : -Infinity, startOf(from));
    const room = Math.min(startOf(next), pixels.width) - left - 2 * PADDING * ratio;
    if (scene.smallText.measure(label) > room) return;
    context.fillStyle = scene.palette.quietText;
    context.fillText(label, left + PADDING * ratio, (BAND_HEIGHT / 2 + 1) * ratio);
  });
}

/** The column at which the room of a label ends; the last one may go on behind the last column. */
function nextLabel({ groups }: Scene, index: number): number {
  for (let next = index + 1; next < groups.length; next++)
    if (groups[next]?.label !== '') return groups[next]?.from ?? Infinity;
  return Infinity;
}

function paintBars(context: Context, scene: Scene, pixels: Pixels, window: VisibleWindow): void {
  const { ratio, names, cell, scrollX, gap } = pixels;
  const { columns } = scene.grid;
  const worst = worstShare(columns);
  const bottom = pixels.header - 2 * gap - ratio;
  context.fillStyle = scene.palette.fills.failed;
  for (let column = window.fromColumn; column < window.toColumn; column++) {
    const share = failedShare(columns[turned(scene, column)]);
    if (share === 0) continue;
    const height = Math.round(ratio * (LEAST_BAR + (BAR_HEIGHT - LEAST_BAR) * Math.sqrt(share / worst)));
    context.fillRect(names + column * cell - scrollX, bottom - height, cell - gap, height);
  }
}

const WORST = new WeakMap<readonly GridColumn[], number>();

function worstShare(columns: readonly GridColumn[]): number {
  const known = WORST.get(columns);
  if (known !== undefined) return known;
  const worst = columns.reduce((most, column) => Math.max(most, failedShare(column)), 0);
  WORST.set(columns, worst);
  return worst;
}

function failedShare(column: GridColumn | undefined): number {
  return column === undefined || column.rated === 0 ? 0 : Math.min(1, column.failed / column.rated);
}
