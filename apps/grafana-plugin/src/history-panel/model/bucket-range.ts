import { type Grid } from './grid';

/** The time that a bucket's column is about: up to where the next could begin. `null` for runs, and for a single bucket. */
export function bucketRange({ form, columns }: Grid, place: number): { from: number; to: number } | null {
  const from = columns[place]?.time ?? null;
  if (form !== 'time' || from === null) return null;
  let length = Infinity;
  columns.forEach(({ time }, index) => {
    const before = columns[index - 1]?.time ?? null;
    if (time !== null && before !== null && time > before) length = Math.min(length, time - before);
  });
  return Number.isFinite(length) ? { from, to: from + length } : null;
}
