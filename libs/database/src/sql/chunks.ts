/** Values of an IN list: enough to make a round trip cheap, and below the point where MariaDB plans the list as a subquery. */
export const IN_LIST_LENGTH = 900;

export function* chunks<T>(items: readonly T[], length: number): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += length) yield items.slice(start, start + length);
}
