/** Values of an IN list: a round trip for many, and a range that MySQL's optimizer still plans within its memory (8 MiB). */
export const IN_LIST_LENGTH = 10_000;

export function* chunks<T>(items: readonly T[], length: number): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += length) yield items.slice(start, start + length);
}

/** As many items at a time as fit into so many bytes; an item that is larger comes alone. */
export function* chunksOfBytes<T>(
  items: readonly T[],
  bytesOf: (item: T) => number,
  maxBytes: number,
): Generator<readonly T[]> {
  let start = 0;
  let bytes = 0;
  for (const [index, item] of items.entries()) {
    const size = bytesOf(item);
    if (index > start && bytes + size > maxBytes) {
      yield items.slice(start, index);
      start = index;
      bytes = 0;
    }
    bytes += size;
  }
  if (start < items.length) yield items.slice(start);
}

export interface Slice<T> {
  /** Position of the first item. */
  readonly start: number;
  readonly items: readonly T[];
}

/** Some items at a time of a list that may make them only when they are asked for. */
export function* slices<T>(items: Iterable<T>, length: number): Generator<Slice<T>> {
  let start = 0;
  let slice: T[] = [];
  for (const item of items) {
    slice.push(item);
    if (slice.length < length) continue;
    yield { start, items: slice };
    start += slice.length;
    slice = [];
  }
  if (slice.length > 0) yield { start, items: slice };
}
