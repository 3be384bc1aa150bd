const EMPTY = new Uint8Array(0);

/** Chunks of an async source, taken in the sizes that a reader needs. */
export class InputQueue {
  private readonly iterator: AsyncIterator<Uint8Array>;
  private held: Uint8Array = EMPTY;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.iterator = source[Symbol.asyncIterator]();
  }

  /** What is at hand, at least one byte; empty at the end of the source. */
  async peek(): Promise<Uint8Array> {
    return this.peekAtLeast(1);
  }

  /** At least `count` bytes without taking them; fewer only at the end of the source. */
  async peekAtLeast(count: number): Promise<Uint8Array> {
    while (this.held.length < count) {
      const { value, done } = await this.iterator.next();
      if (done === true) break;
      this.held = this.held.length === 0 ? value : concat(this.held, value);
    }
    return this.held;
  }

  /** Takes bytes that were peeked at. */
  skip(count: number): void {
    this.held = this.held.subarray(count);
  }

  /** Stops the source where the reader stops early. */
  async close(): Promise<void> {
    await this.iterator.return?.();
  }
}

function concat(left: Uint8Array, right: Uint8Array): Uint8Array {
  const whole = new Uint8Array(left.length + right.length);
  whole.set(left);
  whole.set(right, left.length);
  return whole;
}
