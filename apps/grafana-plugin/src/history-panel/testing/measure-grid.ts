import { makeCellSheet } from '../draw/cell-sheet';
import { paintGrid } from '../draw/paint-grid';
import { FONT_SIZE, type Scene, SMALL_FONT_SIZE, toPixels } from '../draw/scene';
import { makeTextFitter } from '../draw/text-fitter';
import { readNameFilter } from '../model/name-filter';
import { orderRows } from '../model/order-rows';
import { maxScroll, visibleWindow } from '../model/visible-window';
import { drawnFrame } from './frames';
import { gridOf } from './grids';
import { PALETTE, sceneOf } from './scenes';

export interface GridShape {
  readonly tests: number;
  readonly runs: number;
  /** Of the panel, in pixels of the page. */
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  readonly frames: number;
}

/** Milliseconds, each until the pixels are there. */
export interface GridTimes {
  /** From the frame of a query to the sorted grid, and from there to the first picture; several times over. */
  readonly firsts: readonly { readonly model: number; readonly picture: number }[];
  /** Of each frame while it is scrolled across. */
  readonly frames: readonly number[];
  /** As many rectangles of one color and size, and nothing else. */
  readonly floors: readonly number[];
  readonly cells: number;
}

const FIRSTS = 5;

/** Measures the grid in a browser; the benchmark calls it. */
export function measureGrid(shape: GridShape): GridTimes {
  const frame = drawnFrame(madeUp(shape));
  const context = canvasOf(shape);
  let scene: Scene | null = null;
  const firsts = Array.from({ length: FIRSTS }, () => {
    const started = performance.now();
    const grid = gridOf(frame);
    const order = orderRows(grid, { sort: 'failing', onlyFailing: false, filter: readNameFilter('') });
    const modelled = performance.now();
    scene = { ...realScene(grid, shape), order };
    paintGrid(context, scene, { x: 0, y: 0 });
    flush(context);
    return { model: modelled - started, picture: performance.now() - modelled };
  });
  if (scene === null) throw new Error('expected a scene to paint, found none');
  return { firsts, ...scrollAcross(context, scene, shape.frames) };
}

function scrollAcross(
  context: CanvasRenderingContext2D,
  scene: Scene,
  count: number,
): Pick<GridTimes, 'frames' | 'floors' | 'cells'> {
  const end = maxScroll(scene.layout);
  const frames: number[] = [];
  const floors: number[] = [];
  let cells = 0;
  for (let at = 0; at < count; at++) {
    const scroll = { x: (end.x * at) / count, y: (end.y * at) / count };
    const { fromRow, toRow, fromColumn, toColumn } = visibleWindow(scene.layout, scroll);
    cells = (toRow - fromRow) * (toColumn - fromColumn);
    frames.push(timed(context, () => paintGrid(context, scene, scroll)));
    floors.push(timed(context, () => paintFloor(context, scene, toRow - fromRow, toColumn - fromColumn)));
  }
  return { frames, floors, cells };
}

function paintFloor(context: CanvasRenderingContext2D, scene: Scene, rows: number, columns: number): void {
  const { cell, row, gap, names, header } = toPixels(scene.layout, { x: 0, y: 0 });
  context.fillStyle = scene.palette.fills.passed;
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) context.fillRect(names + x * cell, header + y * row, cell - gap, row - gap);
}

function timed(context: CanvasRenderingContext2D, paint: () => void): number {
  const started = performance.now();
  paint();
  flush(context);
  return performance.now() - started;
}

/** A canvas only notes what it is told; to read from it makes it paint. */
function flush(context: CanvasRenderingContext2D): void {
  context.getImageData(0, 0, 1, 1);
}

function canvasOf({ width, height, ratio }: GridShape): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('expected a canvas to paint on, found none');
  return context;
}

function realScene(grid: Scene['grid'], { width, height, ratio }: GridShape): Scene {
  const sizes = { width, height, ratio, scrollbar: 10, cellWidth: 0, nameWidth: 0, longestLabel: 60 };
  const scene = sceneOf(grid, sizes);
  const { cell, row, gap } = toPixels(scene.layout, { x: 0, y: 0 });
  const palette = { ...PALETTE, text: '#ccccdc', quietText: '#8e8e98', line: '#333333', strongLine: '#555555' };
  const context = canvasOf({ tests: 0, runs: 0, frames: 0, width: 8, height: 8, ratio: 1 });
  return {
    ...scene,
    palette,
    sheet: makeCellSheet({ width: cell - gap, height: row - gap, ratio, palette }, () =>
      document.createElement('canvas'),
    ),
    text: makeTextFitter(context, `${FONT_SIZE * ratio}px sans-serif`),
    smallText: makeTextFitter(context, `${SMALL_FONT_SIZE * ratio}px sans-serif`),
  };
}

/** Most pass, one in twelve is something else: more marks than a job that people look at has. */
function madeUp({ tests, runs }: GridShape): Record<string, string> {
  const letters = 'FB sxu-F';
  const rows = Array.from({ length: tests }, (_, test) => {
    const cells = Array.from({ length: runs }, (_run, run) => {
      const number = (test * 7919 + run * 104_729) % 1009;
      return number < 84 ? letters.charAt(number % letters.length) : '.';
    });
    return [`tempest.api.module_${test % 40}.Class${test % 7}.test_case_${test}`, cells.join('')] as const;
  });
  return Object.fromEntries(rows);
}
