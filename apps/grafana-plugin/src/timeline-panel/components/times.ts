import { dateTimeFormat } from '@grafana/data';
import { formatElapsed } from '../model/ticks';
import { type TimeAxis } from '../options';

/** How times are written: since the start of the run, or as the clock of the dashboard's time zone. */
export interface TimeFormats {
  readonly axis: (time: number, stepMs: number) => string;
  /** Of the cursor: both, as the axis has the other one. */
  readonly cursor: (time: number, stepMs: number) => string;
  /** With day and milliseconds; takes milliseconds since 1970. */
  readonly full: (epochMs: number) => string;
  readonly isClock: boolean;
}

const DAY_MS = 86_400_000;

export function makeTimeFormats(origin: number, timeZone: string, axis: TimeAxis): TimeFormats {
  const clock = (time: number, format: string): string => dateTimeFormat(origin + time, { timeZone, format });
  const clockFor = (stepMs: number): string =>
    stepMs < 1000 ? 'HH:mm:ss.SSS' : stepMs < 60_000 ? 'HH:mm:ss' : stepMs < DAY_MS ? 'HH:mm' : 'YYYY-MM-DD';
  const isClock = axis === 'clock';
  return {
    axis: isClock ? (time, stepMs) => clock(time, clockFor(stepMs)) : formatElapsed,
    cursor: (time, stepMs) =>
      `${clock(time, stepMs < 1000 ? 'HH:mm:ss.SSS' : 'HH:mm:ss')} · ${formatElapsed(time, stepMs / 10)}`,
    full: (epochMs) => dateTimeFormat(epochMs, { timeZone, format: 'YYYY-MM-DD HH:mm:ss.SSS' }),
    isClock,
  };
}
