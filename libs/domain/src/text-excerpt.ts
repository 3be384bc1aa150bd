const HEAD_BYTES = 2048;
const TAIL_BYTES = 6144;
const FIRST_CAPACITY = 512;
const CAPACITY = HEAD_BYTES + 2 * TAIL_BYTES;

const decoder = new TextDecoder('utf-8');

/** Collects the beginning and the end of a text that comes in pieces, in at most 14 KiB. */
export class TextExcerpt {
  private buffer = new Uint8Array(FIRST_CAPACITY);
  private used = 0;
  private skipped = false;

  append(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      at += this.appendPart(bytes.subarray(at));
    }
  }

  /** The text, with a line break where something was left out. What is not UTF-8 becomes U+FFFD. */
  toString(): string {
    this.dropMiddle();
    const text = this.buffer.subarray(0, this.used);
    if (!this.skipped) return decoder.decode(text);
    return `${decoder.decode(text.subarray(0, HEAD_BYTES))}\n${decoder.decode(text.subarray(HEAD_BYTES))}`;
  }

  /** @returns how many bytes were taken */
  private appendPart(bytes: Uint8Array): number {
    if (this.used === CAPACITY) this.dropMiddle();
    const part = bytes.subarray(0, CAPACITY - this.used);
    this.reserve(this.used + part.length);
    this.buffer.set(part, this.used);
    this.used += part.length;
    return part.length;
  }

  private reserve(bytes: number): void {
    if (bytes <= this.buffer.length) return;
    let capacity = this.buffer.length;
    while (capacity < bytes) capacity *= 2;
    const larger = new Uint8Array(Math.min(capacity, CAPACITY));
    larger.set(this.buffer.subarray(0, this.used));
    this.buffer = larger;
  }

  private dropMiddle(): void {
    if (this.used <= HEAD_BYTES + TAIL_BYTES) return;
    this.buffer.copyWithin(HEAD_BYTES, this.used - TAIL_BYTES, this.used);
    this.used = HEAD_BYTES + TAIL_BYTES;
    this.skipped = true;
  }
}
