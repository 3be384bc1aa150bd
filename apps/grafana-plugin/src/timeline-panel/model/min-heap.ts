/** Gives the smallest number first. */
export class MinHeap {
  readonly #items: number[] = [];

  constructor(private readonly keyOf: (item: number) => number = (item) => item) {}

  get size(): number {
    return this.#items.length;
  }

  /** The smallest, without taking it. */
  peek(): number | undefined {
    return this.#items[0];
  }

  push(item: number): void {
    const items = this.#items;
    const key = this.keyOf(item);
    let at = items.length;
    items.push(item);
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = items[above] as number;
      if (this.keyOf(parent) <= key) break;
      items[at] = parent;
      at = above;
    }
    items[at] = item;
  }

  pop(): number | undefined {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (last !== undefined && items.length > 0) this.#sink(last);
    return top;
  }

  #sink(item: number): void {
    const items = this.#items;
    const key = this.keyOf(item);
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= items.length) break;
      const right = below + 1;
      if (right < items.length && this.keyOf(items[right] as number) < this.keyOf(items[below] as number))
        below = right;
      const child = items[below] as number;
      if (this.keyOf(child) >= key) break;
      items[at] = child;
      at = below;
    }
    items[at] = item;
  }
}
