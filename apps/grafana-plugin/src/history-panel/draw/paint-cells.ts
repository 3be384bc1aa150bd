import { lowerBound } from '../model/grid';
import { outcomeCode, outcomeOfCode } from '../model/outcome';
import { type VisibleWindow } from '../model/visible-window';
import { type Pixels, type Scene, turned } from './scene';

type Context = CanvasRenderingContext2D;

const PASSED = outcomeCode('passed');

/** The least that a failure takes of a bucket's cell, in pixels of the page: one in a thousand must be seen. */
const LEAST_SHARE = 4;

/** Paints the cells of the window. Passes side by side are one rectangle; the gaps between them are cleared afterwards. */
export function paintCells(context: Context, scene: Scene, pixels: Pixels, window: VisibleWindow): void {
  const { fromRow, toRow } = window;
  for (let place = fromRow; place < toRow; place++) {
    const y = pixels.header + place * pixels.row - pixels.scrollY;
    paintRow(context, scene, pixels, { window, row: scene.order[place] ?? 0, y });
  }
  clearGaps(context, pixels, window);
}

function columnX(pixels: Pixels, column: number): number {
  return pixels.names + column * pixels.cell - pixels.scrollX;
}

/** Where a test has no result, between two columns in time. To paint it below all cells would be another whole picture. */
function paintTrack(context: Context, scene: Scene, pixels: Pixels, { from, to, y }: Stretch): void {
  if (from >= to) return;
  const [a, b] = [turned(scene, from), turned(scene, to - 1)];
  const x = columnX(pixels, Math.min(a, b));
  context.fillStyle = scene.palette.track;
  context.fillRect(x, y, columnX(pixels, Math.max(a, b) + 1) - x - pixels.gap, pixels.row - pixels.gap);
}

/** Columns, or cells, up to but not with `to`. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

interface RowPaint {
  readonly window: VisibleWindow;
  readonly row: number;
  readonly y: number;
}

function paintRow(context: Context, scene: Scene, pixels: Pixels, { window, row, y }: RowPaint): void {
  const { start, column, outcome } = scene.grid.cells;
  const [first, last] = [turned(scene, window.fromColumn), turned(scene, window.toColumn - 1)];
  const end = start[row + 1] ?? 0;
  const from = lowerBound(column, Math.min(first, last), start[row] ?? 0, end);
  const to = lowerBound(column, Math.max(first, last) + 1, from, end);
  let streak = from;
  let next = Math.min(first, last);
  for (let cell = from; cell < to; cell++) {
    const at = column[cell] ?? 0;
    if (at > next) paintTrack(context, scene, pixels, { from: next, to: at, y });
    next = at + 1;
    const isPlain = outcome[cell] === PASSED;
    if (isPlain && cell > streak && column[cell] === (column[cell - 1] ?? 0) + 1) continue;
    paintStreak(context, scene, pixels, { from: streak, to: cell, y });
    streak = isPlain ? cell : cell + 1;
    if (!isPlain) paintMarked(context, scene, pixels, { cell, y });
  }
  paintStreak(context, scene, pixels, { from: streak, to, y });
  paintTrack(context, scene, pixels, { from: next, to: Math.max(first, last) + 1, y });
}

function paintStreak(context: Context, scene: Scene, pixels: Pixels, { from, to, y }: Stretch): void {
  if (from >= to) return;
  const { column } = scene.grid.cells;
  const [a, b] = [turned(scene, column[from] ?? 0), turned(scene, column[to - 1] ?? 0)];
  const x = columnX(pixels, Math.min(a, b));
  context.fillStyle = scene.palette.fills.passed;
  context.fillRect(x, y, columnX(pixels, Math.max(a, b) + 1) - x - pixels.gap, pixels.row - pixels.gap);
}

function paintMarked(
  context: Context,
  scene: Scene,
  pixels: Pixels,
  { cell, y }: { readonly cell: number; readonly y: number },
): void {
  const { cells } = scene.grid;
  const outcome = outcomeOfCode(cells.outcome[cell]);
  const x = columnX(pixels, turned(scene, cells.column[cell] ?? 0));
  const failed = cells.shares?.failed[cell] ?? 255;
  const flaky = cells.shares?.flaky[cell] ?? 0;
  if (failed === 0 && flaky === 0) scene.sheet.cell(context, outcome, x, y);
  else if (cells.shares === null || failed === 255) scene.sheet.cell(context, outcome, x, y);
  else {
    paintShares(context, scene, pixels, { x, y, failed, flaky });
    if (outcome !== 'flaky') scene.sheet.shape(context, outcome, x, y);
  }
}

/** A bucket of time: what failed grows from below, what was flaky lies on it, the rest passed. */
function paintShares(
  context: Context,
  { palette }: Scene,
  pixels: Pixels,
  part: { readonly x: number; readonly y: number; readonly failed: number; readonly flaky: number },
): void {
  const width = pixels.cell - pixels.gap;
  const height = pixels.row - pixels.gap;
  const least = Math.min(height / 3, LEAST_SHARE * pixels.ratio);
  const size = (share: number): number => (share === 0 ? 0 : Math.round(Math.max(least, (share / 255) * height)));
  const failed = size(part.failed);
  const flaky = Math.min(size(part.flaky), height - failed);
  context.fillStyle = palette.fills.passed;
  context.fillRect(part.x, part.y, width, height - failed - flaky);
  context.fillStyle = palette.fills.flaky;
  if (flaky > 0) context.fillRect(part.x, part.y + height - failed - flaky, width, flaky);
  context.fillStyle = palette.fills.failed;
  if (failed > 0) context.fillRect(part.x, part.y + height - failed, width, failed);
}

function clearGaps(context: Context, pixels: Pixels, { fromRow, toRow, fromColumn, toColumn }: VisibleWindow): void {
  const y = pixels.header + fromRow * pixels.row - pixels.scrollY;
  const height = (toRow - fromRow) * pixels.row;
  for (let column = fromColumn; column < toColumn; column++) {
    context.clearRect(columnX(pixels, column + 1) - pixels.gap, y, pixels.gap, height);
  }
}
