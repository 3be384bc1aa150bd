/**
 * Does the work of all items in their order, each begun while the one before it is under way: what an item needs of this process
 * is done while the server works on the item before. Never more than two are under way.
 *
 * After a failure nothing more is begun, and what was begun is waited for: it must not go on with a connection that was given back.
 */
export async function overlapped<T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> {
  let underWay: Promise<void> = Promise.resolve();
  for (const item of items) {
    const next = work(item);
    // Its failure is reported when its turn to be awaited comes; until then it must not count as unhandled.
    next.catch(() => undefined);
    await underWay.catch(async (error: unknown) => {
      await next.catch(() => undefined);
      throw error;
    });
    underWay = next;
  }
  await underWay;
}

/** As `overlapped`, the servants taking turns: two items that are under way are with two of them, where there are two. */
export async function overlappedBy<Servant, T>(
  servants: readonly [Servant, ...Servant[]],
  items: Iterable<T>,
  work: (servant: Servant, item: T) => Promise<void>,
): Promise<void> {
  let turn = 0;
  await overlapped(items, (item) => work(servants[turn++ % servants.length] ?? servants[0], item));
}

/** As `Promise.all`, but waits for all of them before it fails with the first failure. */
export async function allSettled<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([first, second]);
  return Promise.all([first, second]);
}
