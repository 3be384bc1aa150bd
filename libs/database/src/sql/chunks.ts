/** Values of an IN list: a round trip for many, and a range that MySQL's optimizer still plans within its memory (8 MiB). */
export const IN_LIST_LENGTH = 10_000;

export function* chunks<T>(items: readonly T[], length: number): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += length) yield items.slice(start, start + length);
}
