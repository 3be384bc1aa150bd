import { formatDuration } from '../model/duration';
import { type RowLayout } from '../model/row-layout';
import { type Lane, type Timeline } from '../model/timeline';
import { toX } from '../model/viewport';
import { type Palette } from './palette';
import { type Frame } from './rect-plan';

const IDLE_PX = 3;
const IDLE_TEXT_PX = 64;
const DASH_EVERY_PX = 7;

export interface LanePaint {
  readonly timeline: Timeline;
  readonly layout: RowLayout;
  readonly frame: Frame;
  readonly palette: Palette;
  readonly showIdle: boolean;
}

/** The ground of the lanes, and the time in which their workers ran nothing. */
export function paintLanes(context: CanvasRenderingContext2D, paint: LanePaint): void {
  const { timeline, layout, frame, palette, showIdle } = paint;
  timeline.lanes.forEach((lane, at) => {
    const y = (layout.laneTops[at] ?? 0) - frame.scrollTop;
    const height = (layout.laneHeights[at] ?? 0) - 1;
    if (y > frame.height || y + height < 0) return;
    context.fillStyle = palette.lane;
    context.fillRect(0, y, frame.width, height);
    if (showIdle) paintIdle(context, lane, { y, height }, paint);
  });
}

function paintIdle(
  context: CanvasRenderingContext2D,
  { idle }: Lane,
  { y, height }: { readonly y: number; readonly height: number },
  { frame, palette }: LanePaint,
): void {
  const { view, width } = frame;
  const pixel = (view.to - view.from) / width;
  const middle = Math.round(y + height / 2) + 0.5;
  context.strokeStyle = palette.idle;
  context.lineWidth = 1;
  context.font = `10px ${palette.font}`;
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  context.beginPath();
  for (const { start, stop } of idle.gaps) {
    if (stop - start < IDLE_PX * pixel || stop < view.from || start > view.to) continue;
    const left = Math.max(0, toX(start, view, width));
    const right = Math.min(width, toX(stop, view, width));
    const text = right - left >= IDLE_TEXT_PX && height >= 11 ? `idle ${formatDuration(stop - start)}` : '';
    const room = text === '' ? 0 : context.measureText(text).width / 2 + 5;
    const centre = (left + right) / 2;
    dash(context, left + 2, text === '' ? right - 2 : centre - room, middle);
    if (text === '') continue;
    dash(context, centre + room, right - 2, middle);
    context.fillStyle = palette.quietText;
    context.fillText(text, centre, middle);
  }
  context.stroke();
}

/** A dashed line without `setLineDash`, so that all gaps of a lane are one stroke. */
function dash(context: CanvasRenderingContext2D, from: number, to: number, y: number): void {
  for (let x = from; x < to; x += DASH_EVERY_PX) {
    context.moveTo(x, y);
    context.lineTo(Math.min(to, x + DASH_EVERY_PX / 2), y);
  }
}

export interface LabelPaint {
  readonly timeline: Timeline;
  readonly layout: RowLayout;
  readonly height: number;
  readonly scrollTop: number;
  readonly width: number;
  readonly palette: Palette;
  readonly showIdle: boolean;
  /** The lane of the selected test, or -1. */
  readonly selectedLane: number;
}

const LETTER_PX = 6.6;
const LABELS_MIN = 64;
const LABELS_MAX = 150;
const TWO_LINES = 25;

/** How wide the workers' names are. */
export function labelsWidth({ lanes, wallMs }: Timeline, showIdle: boolean): number {
  const letters = Math.max(
    ...lanes.map(({ label, idle }) => Math.max(label.length + (showIdle ? 5 : 0), idleText(idle, wallMs).length)),
  );
  return Math.round(Math.min(LABELS_MAX, Math.max(LABELS_MIN, letters * LETTER_PX + 14)));
}

/** The workers' names, with their idle time beside or below. */
export function paintLabels(context: CanvasRenderingContext2D, paint: LabelPaint): void {
  const { timeline, layout, palette, width, height, scrollTop, showIdle, selectedLane } = paint;
  context.textBaseline = 'middle';
  timeline.lanes.forEach((lane, at) => {
    const laneHeight = layout.laneHeights[at] ?? 0;
    const y = (layout.laneTops[at] ?? 0) - scrollTop;
    if (y > height || y + laneHeight < 0) return;
    const isTwoLines = showIdle && laneHeight >= TWO_LINES;
    const size = Math.min(12, Math.max(9, laneHeight - 1));
    const middle = y + laneHeight / 2;
    context.font = `${at === selectedLane ? '500 ' : ''}${size}px ${palette.font}`;
    context.fillStyle = at === selectedLane ? palette.strong : palette.text;
    context.textAlign = 'left';
    const idleWidth = showIdle && !isTwoLines ? 34 : 0;
    context.fillText(fit(lane.label, width - 12 - idleWidth), 4, isTwoLines ? middle - 6 : middle);
    if (!showIdle) return;
    context.font = `${Math.min(10, size)}px ${palette.font}`;
    context.fillStyle = palette.quietText;
    if (isTwoLines) context.fillText(fit(idleText(lane.idle, timeline.wallMs), width - 8), 4, middle + 7);
    else {
      context.textAlign = 'right';
      context.fillText(percentText(lane.idle.idleMs, timeline.wallMs), width - 8, middle);
    }
  });
}

function idleText({ idleMs }: Lane['idle'], wallMs: number): string {
  return `idle ${formatDuration(idleMs)} · ${percentText(idleMs, wallMs)}`;
}

/** A share without digits that say nothing; some idle time is never 0 %. */
export function percentText(part: number, whole: number): string {
  if (part <= 0 || whole <= 0) return '0 %';
  const share = (part / whole) * 100;
  return share < 1 ? '<1 %' : `${Math.round(share)} %`;
}

function fit(text: string, width: number): string {
  const room = Math.max(1, Math.floor(width / 6));
  return text.length > room ? `${text.slice(0, room - 1)}…` : text;
}
