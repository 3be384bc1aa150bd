import { type Attempt } from '../model/attempt';
import { durationOf, formatDuration } from '../model/duration';
import { type Kind, KINDS } from '../model/kind';
import { shortName } from '../model/test-name-parts';
import { KIND_TEXTS } from '../texts';
import { type Palette } from './palette';
import { type PatternOf } from './patterns';
import { MARKED_RANKS, type RectPlan, styleOf } from './rect-plan';

const FADED = 0.15;
/** A pattern on less than this is noise. */
const PATTERN_PX = 5;
const NAME_PX = 44;
const MIN_TEXT_HEIGHT = 12;
/** From here on there is room for how long it took, below the name. */
const TWO_LINES_HEIGHT = 32;
const PIXELS_A_LETTER = 6.4;

export interface BoxPaint {
  readonly plan: RectPlan;
  readonly palette: Palette;
  /** null in the overview, where nothing is wide enough. */
  readonly patternOf: PatternOf | null;
}

/** Paints the boxes, faded ones first, passes before what matters more. */
export function paintBoxes(context: CanvasRenderingContext2D, { plan, palette, patternOf }: BoxPaint): void {
  for (const isFaded of [true, false]) {
    context.globalAlpha = isFaded ? FADED : 1;
    for (let rank = KINDS.length - 1; rank >= 0; rank--) {
      const rects = plan.rects[styleOf(rank, isFaded)] ?? [];
      if (rects.length === 0) continue;
      const kind = KINDS[rank] as Kind;
      fillRects(context, palette.fills[kind], rects, 0);
      const pattern = patternOf?.(kind) ?? null;
      if (pattern !== null) fillRects(context, pattern, rects, PATTERN_PX);
    }
  }
  context.globalAlpha = 1;
}

function fillRects(
  context: CanvasRenderingContext2D,
  style: string | CanvasPattern,
  rects: readonly number[],
  minWidth: number,
): void {
  context.fillStyle = style;
  for (let at = 0; at < rects.length; at += 4) {
    const width = rects[at + 2] as number;
    if (width >= minWidth)
      context.fillRect(rects[at] as number, rects[at + 1] as number, width, rects[at + 3] as number);
  }
}

export interface TextPaint {
  readonly plan: RectPlan;
  readonly attempts: readonly Attempt[];
  readonly palette: Palette;
  readonly rowHeight: number;
}

/** Signs and names on the boxes that have room for them; in high rows also how long they took. */
export function paintBoxTexts(context: CanvasRenderingContext2D, paint: TextPaint): void {
  const { plan, attempts, palette, rowHeight } = paint;
  if (rowHeight < MIN_TEXT_HEIGHT) return;
  const size = Math.min(12, rowHeight - 3);
  context.font = `${size}px ${palette.font}`;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  for (const { id, x, y, width } of plan.wide) {
    const attempt = attempts[id];
    if (attempt === undefined) continue;
    const text = textFor(attempt, width);
    if (text === '') continue;
    const below = rowHeight >= TWO_LINES_HEIGHT && width >= NAME_PX ? durationText(attempt) : '';
    const inset = text.length === 1 ? Math.max(1, (width - size * 0.6) / 2) : 4;
    const middle = y + (rowHeight - 1) / 2;
    const line = { x: x + inset, room: Math.max(1, width - inset - 2), attempt, palette, size };
    paintLine(context, text, below === '' ? middle : middle - size * 0.65, line);
    if (below !== '') paintLine(context, below, middle + size * 0.65, line);
  }
}

interface Line {
  readonly x: number;
  readonly room: number;
  readonly attempt: Attempt;
  readonly palette: Palette;
  readonly size: number;
}

/** Text is read badly on a pattern, so it stands on the plain color there. */
function paintLine(context: CanvasRenderingContext2D, text: string, y: number, line: Line): void {
  const { x, room, attempt, palette, size } = line;
  if (attempt.kind !== 'passed') {
    context.fillStyle = palette.fills[attempt.kind];
    const width = Math.min(context.measureText(text).width, room);
    context.fillRect(x - 2, y - size / 2 - 1, width + 4, size + 2);
  }
  context.fillStyle = palette.inks[attempt.kind];
  context.fillText(text, x, y, room);
}

function durationText(attempt: Attempt): string {
  const duration = durationOf(attempt);
  return duration === null ? '' : formatDuration(duration);
}

/** The sign where the name has no room; a pass needs none. */
function textFor(attempt: Attempt, width: number): string {
  const sign = attempt.kind === 'passed' ? '' : KIND_TEXTS[attempt.kind].sign;
  if (width < NAME_PX) return sign;
  const room = Math.floor((width - 8) / PIXELS_A_LETTER) - (sign === '' ? 0 : 2);
  const name = nameOf(attempt);
  const shown = name.length > room ? `${name.slice(0, Math.max(0, room - 1))}…` : name;
  return sign === '' ? shown : `${sign} ${shown}`;
}

/** No screen is wider. */
const MAX_NAME = 600;
const names = new WeakMap<Attempt, string>();

function nameOf(attempt: Attempt): string {
  const known = names.get(attempt);
  if (known !== undefined) return known;
  const name = shortName(attempt.test).slice(0, MAX_NAME);
  names.set(attempt, name);
  return name;
}

/** Triangles above the lanes where something needs attention: seen by their place, however narrow the box is. */
export function paintMarks(
  context: CanvasRenderingContext2D,
  { marks }: RectPlan,
  palette: Palette,
  gap: number,
): void {
  const size = Math.min(6, gap - 2);
  for (let rank = MARKED_RANKS - 1; rank >= 0; rank--) {
    const points = marks[rank] ?? [];
    if (points.length === 0) continue;
    context.fillStyle = palette.fills[KINDS[rank] as Kind];
    context.beginPath();
    for (let at = 0; at < points.length; at += 2) {
      const [x, y] = [points[at] as number, points[at + 1] as number];
      context.moveTo(x - size / 2 - 0.5, y - size - 1);
      context.lineTo(x + size / 2 + 0.5, y - size - 1);
      context.lineTo(x, y - 1);
      context.closePath();
    }
    context.fill();
  }
}
