import { labelName } from '../model/name-parts';
import { toPrintable } from '../model/printable';
import { type VisibleWindow } from '../model/visible-window';
import { FONT_SIZE, type Pixels, type Scene, SMALL_FONT_SIZE } from './scene';

type Context = CanvasRenderingContext2D;

/** Pixels of the page. */
const LEFT = 8;
const GAP = 8;
const INDENT = 8;

/** Names and their figures. The first name that is seen is whole, whatever stood above it. */
export function paintNames(context: Context, scene: Scene, pixels: Pixels, { fromRow, toRow }: VisibleWindow): void {
  context.textBaseline = 'middle';
  for (let place = fromRow; place < toRow; place++) {
    const top = pixels.header + place * pixels.row - pixels.scrollY;
    paintName(context, scene, pixels, { place, isFirst: place === fromRow, top });
    paintFigure(context, scene, pixels, { place, middle: top + (pixels.row - pixels.gap) / 2 });
  }
}

interface NamePaint {
  readonly place: number;
  readonly isFirst: boolean;
  readonly top: number;
}

function paintName(context: Context, scene: Scene, pixels: Pixels, { place, isFirst, top }: NamePaint): void {
  const { ratio } = pixels;
  const name = nameAt(scene, place);
  const above = isFirst || place === 0 || !scene.mergePrefixes ? null : nameAt(scene, place - 1);
  const { hidden, leaf, depth } = labelName(name, above, scene.common.length);
  paintGuides(context, scene, pixels, { depth, top });
  const left = (LEFT + depth * INDENT) * ratio;
  const room = pixels.names - pixels.figures - left - GAP * ratio;
  const middle = top + (pixels.row - pixels.gap) / 2 + ratio / 2;
  const last = toPrintable(name.slice(leaf, leaf + MAX_DRAWN));
  const lastShown = scene.text.fit(last, room, 'middle');
  const width = scene.text.measure(lastShown);
  const path = toPrintable(name.slice(Math.max(hidden, leaf - MAX_DRAWN), leaf));
  const pathShown = lastShown === last && path !== '' ? scene.text.fit(path, room - width, 'end') : '';
  context.font = `${FONT_SIZE * ratio}px ${scene.palette.font}`;
  context.textAlign = 'left';
  context.fillStyle = scene.palette.quietText;
  if (pathShown !== '') context.fillText(pathShown, left, middle);
  context.fillStyle = scene.palette.text;
  context.fillText(lastShown, left + (pathShown === '' ? 0 : scene.text.measure(pathShown)), middle);
}

/** No panel has room for more. */
const MAX_DRAWN = 400;

function nameAt({ grid, order }: Scene, place: number): string {
  return grid.rows[order[place] ?? -1]?.name ?? '';
}

/** A thin line for each part that is shared with the row above. */
function paintGuides(
  context: Context,
  { palette }: Scene,
  pixels: Pixels,
  { depth, top }: { readonly depth: number; readonly top: number },
): void {
  context.fillStyle = palette.strongLine;
  for (let level = 0; level < depth; level++) {
    context.fillRect(Math.round((LEFT + level * INDENT + 1) * pixels.ratio), top, pixels.gap, pixels.row);
  }
}

function paintFigure(
  context: Context,
  scene: Scene,
  pixels: Pixels,
  { place, middle }: { readonly place: number; readonly middle: number },
): void {
  const row = scene.grid.rows[scene.order[place] ?? -1];
  if (pixels.figures === 0 || row === undefined) return;
  context.font = `${SMALL_FONT_SIZE * pixels.ratio}px ${scene.palette.font}`;
  context.textAlign = 'right';
  context.fillStyle = scene.palette.quietText;
  context.fillText(scene.figure(row), pixels.names - GAP * pixels.ratio, middle + pixels.ratio / 2);
}

/** The corner: what all names begin with, how many there are, and what the figures are. */
export function paintCorner(context: Context, scene: Scene, pixels: Pixels): void {
  const { ratio } = pixels;
  const [upper, lower] = [11 * ratio, pixels.header - 13 * ratio];
  const room = pixels.names - (LEFT + GAP) * ratio;
  context.font = `${SMALL_FONT_SIZE * ratio}px ${scene.palette.font}`;
  context.textBaseline = 'middle';
  context.fillStyle = scene.palette.quietText;
  context.textAlign = 'left';
  const common = scene.common === '' ? '' : `${toPrintable(scene.common.slice(-MAX_DRAWN))}…`;
  if (common !== '') context.fillText(scene.smallText.fit(common, room, 'end'), LEFT * ratio, upper);
  context.fillText(scene.smallText.fit(scene.corner, room - pixels.figures, 'start'), LEFT * ratio, lower);
  context.textAlign = 'right';
  if (pixels.figures > 0) context.fillText(scene.figureHeading, pixels.names - GAP * ratio, lower);
}
