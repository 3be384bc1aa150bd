const HEAD_BYTES = 2048;
const TAIL_BYTES = 6144;

/** Collects the beginning and the end of a text that comes in pieces, in bounded memory. */
export class TextExcerpt {
  private head = new Uint8Array(0);
  private tail = new Uint8Array(0);
  private skipped = false;

  /** Bytes held. */
  get size(): number {
    return this.head.length + this.tail.length;
  }

  append(bytes: Uint8Array): void {
    const room = HEAD_BYTES - this.head.length;
    if (room > 0) this.head = concat(this.head, bytes.subarray(0, room));
    if (bytes.length <= room) return;
    const joined = concat(this.tail, bytes.subarray(Math.max(room, bytes.length - TAIL_BYTES)));
    this.skipped ||= bytes.length - Math.max(room, 0) > TAIL_BYTES || joined.length > TAIL_BYTES;
    this.tail = joined.length > TAIL_BYTES ? joined.slice(-TAIL_BYTES) : joined;
  }

  /** The text, with a line break where something was left out. What is not UTF-8 becomes U+FFFD. */
  toString(): string {
    const gap = this.skipped ? NEW_LINE : new Uint8Array(0);
    return decoder.decode(concat(concat(this.head, gap), this.tail));
  }
}

const NEW_LINE = Uint8Array.of(0x0a);
const decoder = new TextDecoder('utf-8');

function concat(left: Uint8Array<ArrayBuffer>, right: Uint8Array): Uint8Array<ArrayBuffer> {
  if (right.length === 0) return left;
  const joined = new Uint8Array(left.length + right.length);
  joined.set(left);
  joined.set(right, left.length);
  return joined;
}
