/**
 * Does the work of all items in their order, each begun while the one before it is under way: what an item needs of this process
 * is done while the server works on the item before. Never more than two are under way.
 *
 * After a failure nothing more is begun; what was begun is left to itself, so it must do no harm.
 */
export async function overlapped<T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> {
  let underWay: Promise<void> = Promise.resolve();
  for (const item of items) {
    const next = work(item);
    // Its failure is reported when its turn to be awaited comes; until then it must not count as unhandled.
    next.catch(() => undefined);
    await underWay;
    underWay = next;
  }
  await underWay;
}
