const FIRST_CAPACITY = 64 * 1024;
const EMPTY = new Uint8Array(0);

/**
 * The stretch of the stream that is not decoded yet.
 *
 * A chunk is used where it lies as long as nothing is left over from the one before; what is left over is copied into a
 * buffer that grows as needed and never beyond what is kept.
 */
export class ByteWindow {
  /** Holds the stretch from `start` to `end`. */
  bytes: Uint8Array = EMPTY;
  start = 0;
  end = 0;
  /** Stream offset of `bytes[0]`; it may be negative. */
  offset = 0;

  private own: Uint8Array = EMPTY;

  append(chunk: Uint8Array): void {
    if (this.start === this.end) {
      this.offset += this.end;
      this.bytes = chunk;
      this.start = 0;
      this.end = chunk.length;
      return;
    }
    this.makeRoom(chunk.length);
    this.own.set(chunk, this.end);
    this.end += chunk.length;
  }

  /** Moves what is kept out of the caller's chunk, which may be reused. */
  keepFrom(start: number): void {
    this.start = start;
    if (this.bytes === this.own) return;
    if (start < this.end) this.makeRoom(0);
    else this.releaseChunk();
  }

  private releaseChunk(): void {
    this.offset += this.end;
    this.start = this.end = 0;
    this.bytes = this.own;
  }

  /** Makes the kept bytes lie in the own buffer with room for `more` behind them. */
  private makeRoom(more: number): void {
    const kept = this.end - this.start;
    if (this.bytes === this.own && this.end + more <= this.own.length) return;
    let target = this.own;
    if (kept + more > target.length) target = new Uint8Array(Math.max(FIRST_CAPACITY, 2 * kept, kept + more));
    target.set(this.bytes.subarray(this.start, this.end), 0);
    this.own = this.bytes = target;
    this.offset += this.start;
    this.start = 0;
    this.end = kept;
  }
}
