/**
 * Work that is going on. Whoever wants what is being made at this moment gets the same, so that fifty people who look at one page
 * cost as much as one. Nothing is kept: what is finished is not given to anybody who comes later.
 */
export class InFlight {
  readonly #going = new Map<string, Promise<unknown>>();

  /** @param key - says what the work gives; work with the same key gives the same */
  share<T>(key: string, work: () => Promise<T>): Promise<T> {
    const going = this.#going.get(key);
    if (going !== undefined) return going as Promise<T>;
    const begun = work().finally(() => {
      if (this.#going.get(key) === begun) this.#going.delete(key);
    });
    this.#going.set(key, begun);
    return begun;
  }

  /** Whoever comes from now on gets what is made from now on. */
  forget(): void {
    this.#going.clear();
  }
}
