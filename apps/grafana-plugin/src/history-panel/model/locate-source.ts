import { type Source } from './recognise-frames';

/** A row of a frame. */
export interface SourceRow {
  readonly source: Source;
  readonly index: number;
}

/** The frame and the row in it of a row numbered through all frames. */
export function locateSource(sources: readonly Source[], row: number): SourceRow | null {
  const source = sources.findLast(({ start }) => start <= row);
  if (source === undefined || row - source.start >= source.frame.length) return null;
  return { source, index: row - source.start };
}
