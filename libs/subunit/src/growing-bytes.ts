const FIRST_CAPACITY = 256;
const EMPTY = new Uint8Array(0);

/** Bytes that arrive in pieces of any size and are taken as one; a piece costs its bytes, not an object. */
export class GrowingBytes {
  private bytes: Uint8Array = EMPTY;
  private used = 0;

  get length(): number {
    return this.used;
  }

  /** Copies the piece. */
  append(piece: Uint8Array): void {
    const needed = this.used + piece.length;
    if (needed > this.bytes.length) {
      const grown = new Uint8Array(Math.max(FIRST_CAPACITY, 2 * this.bytes.length, needed));
      grown.set(this.bytes.subarray(0, this.used));
      this.bytes = grown;
    }
    this.bytes.set(piece, this.used);
    this.used = needed;
  }

  /** A view, valid until the next `append`. */
  view(): Uint8Array {
    return this.bytes.subarray(0, this.used);
  }

  /** What was appended since the last `take`; it belongs to the caller. */
  take(): Uint8Array {
    const taken = this.view();
    this.bytes = EMPTY;
    this.used = 0;
    return taken;
  }
}
