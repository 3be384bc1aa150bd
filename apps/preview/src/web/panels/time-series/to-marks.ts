import { type DataFrame } from '@grafana/data';

/** An event on the time axis. */
export interface Mark {
  readonly timeMs: number;
  readonly color: string;
  readonly text: string;
}

/** The events of annotation frames, as scenes and Grafana write them. */
export function toMarks(frames: readonly DataFrame[]): Mark[] {
  return frames.flatMap((frame) => {
    const column = (name: string) => frame.fields.find((field) => field.name === name)?.values ?? [];
    const [times, colors, titles, texts] = ['time', 'color', 'title', 'text'].map(column);
    return (times ?? []).map((time: unknown, row: number) => ({
      timeMs: Number(time),
      color: String(colors?.[row] ?? 'gray'),
      text: [titles?.[row], texts?.[row]].filter(Boolean).join(': '),
    }));
  });
}
