/** Some items of a list, and where it goes on. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** `null` = that was the end. */
  readonly next: string | null;
}

export interface PageRequest {
  readonly limit: number;
  /** `next` of the page before. */
  readonly cursor?: string | null;
}

/** Makes a page out of one row more than was asked for. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  parts: { readonly toItem: (row: Row) => Item; readonly cursorOf: (row: Row) => string },
): Page<Item> {
  const last = rows[limit - 1];
  const hasMore = rows.length > limit && last !== undefined;
  return { items: rows.slice(0, limit).map(parts.toItem), next: hasMore ? parts.cursorOf(last) : null };
}
