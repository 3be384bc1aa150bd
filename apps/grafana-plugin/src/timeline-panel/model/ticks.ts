import { type Viewport } from './viewport';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Steps that people count in; below a second powers of ten. */
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((step) => step * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((step) => step * MINUTE),
  ...[1, 2, 3, 6, 12].map((step) => step * HOUR),
];
const PIXELS_EACH = 110;

export interface Ticks {
  readonly stepMs: number;
  /** Milliseconds since the timeline's origin. */
  readonly times: readonly number[];
}

/** Round times for the axis, one in about 110 pixels. `originMs` lets them be round on the clock instead of since the start. */
export function makeTicks(view: Viewport, width: number, originMs = 0): Ticks {
  const wanted = Math.max(1, width / PIXELS_EACH);
  const stepMs = stepFor((view.to - view.from) / wanted);
  const phase = ((originMs % stepMs) + stepMs) % stepMs;
  const first = Math.ceil((view.from + phase) / stepMs);
  const last = Math.floor((view.to + phase) / stepMs);
  const times: number[] = [];
  for (let n = first; n <= last && times.length <= 2 * wanted + 2; n++) times.push(n * stepMs - phase);
  return { stepMs, times };
}

function stepFor(atLeastMs: number): number {
  if (atLeastMs <= SECOND / 2) return decimalStep(atLeastMs);
  return STEPS.find((step) => step >= atLeastMs) ?? Math.ceil(atLeastMs / DAY) * DAY;
}

function decimalStep(atLeastMs: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(atLeastMs, 1e-4)));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= atLeastMs * 0.999999) ?? 10;
  return factor * power;
}

/** A time since the start, with as many decimals as the step needs: `+0.25 s`, `+1:05`, `+2:00:00`. */
export function formatElapsed(ms: number, stepMs: number): string {
  const sign = ms < 0 ? '−' : '+';
  const size = Math.abs(ms);
  if (stepMs < 1 || (stepMs < 10 && size < SECOND)) return `${sign}${size.toFixed(decimalsOf(stepMs))} ms`;
  if (size < MINUTE) return `${sign}${(size / SECOND).toFixed(decimalsOf(stepMs / SECOND))} s`;
  const decimals = decimalsOf(stepMs / SECOND);
  const seconds = (size % MINUTE) / SECOND;
  const minutes = Math.floor(size / MINUTE);
  const tail = seconds.toFixed(decimals).padStart(decimals === 0 ? 2 : decimals + 3, '0');
  if (minutes < 60) return `${sign}${minutes}:${tail}`;
  return `${sign}${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${tail}`;
}

function decimalsOf(step: number): number {
  return Math.min(6, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)));
}
