import { type Scroll, visibleWindow } from '../model/visible-window';
import { paintCells } from './paint-cells';
import { paintHeader } from './paint-header';
import { paintCorner, paintNames } from './paint-names';
import { type Pixels, type Scene, toPixels } from './scene';

type Context = CanvasRenderingContext2D;

/** Paints what is seen of the grid: its cost follows the size of the panel, not that of the grid. */
export function paintGrid(context: Context, scene: Scene, scroll: Scroll): void {
  const pixels = toPixels(scene.layout, scroll);
  const window = visibleWindow(scene.layout, scroll);
  context.clearRect(0, 0, pixels.width, pixels.height);
  within(context, rows(pixels), () => paintCells(context, scene, pixels, window));
  within(context, { ...rows(pixels), x: 0, width: pixels.names }, () => paintNames(context, scene, pixels, window));
  within(context, { ...rows(pixels), y: 0, height: pixels.header }, () => paintHeader(context, scene, pixels, window));
  within(context, { x: 0, y: 0, width: pixels.names, height: pixels.header }, () =>
    paintCorner(context, scene, pixels),
  );
  context.fillStyle = scene.palette.strongLine;
  if (scroll.x > 0) context.fillRect(pixels.names - pixels.gap, 0, pixels.gap, pixels.height);
}

function rows({ names, header, width, height }: Pixels): Area {
  return { x: names, y: header, width: width - names, height: height - header };
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is painted stays within the area: names and headings are pinned, cells pass below them. */
export function within(context: Context, { x, y, width, height }: Area, paint: () => void): void {
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  paint();
  context.restore();
}
