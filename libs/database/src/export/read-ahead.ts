/**
 * Reads for each item in order, and for the next one while what was read is used: so the server works while we do. Whoever
 * ends the iteration early ends the reading; what was begun by then is waited for.
 */
export async function* readAhead<Item, Found>(
  items: Iterable<Item>,
  read: (item: Item) => Promise<Found>,
): AsyncGenerator<Found> {
  let next: Promise<Found> | null = null;
  try {
    for (const item of items) {
      const current = next;
      next = read(item);
      // Its failure is reported when its turn comes; until then it must not count as unhandled.
      next.catch(() => undefined);
      if (current !== null) yield await current;
    }
    if (next !== null) yield await next;
  } finally {
    await next?.catch(() => undefined);
  }
}
