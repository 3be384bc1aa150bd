import { readAscii, readText } from './text';

/** Longer texts are read anew: comparing and keeping them costs more than it saves. */
const MAX_BYTES = 512;

/**
 * Remembers the last text of one field.
 *
 * The packets of a test follow each other, so ids, tags and types mostly repeat: comparing bytes is cheaper than making
 * a string, and equal texts share their memory.
 */
export class TextMemo {
  private readonly bytes = new Uint8Array(MAX_BYTES);
  private length = -1;
  private text = '';

  /** As `readText`: `null` where the bytes are no text. */
  read(bytes: Uint8Array, start: number, end: number): string | null {
    const length = end - start;
    if (length === this.length && this.equals(bytes, start)) return this.text;
    if (length > MAX_BYTES) return readText(bytes, start, end);
    this.length = -1;
    const text = this.rememberAscii(bytes, start, length) ? readAscii(bytes, start, end) : readText(bytes, start, end);
    if (text !== null) this.rememberText(bytes, start, length, text);
    return text;
  }

  /** From the end: ids of one module differ in their last bytes. */
  private equals(bytes: Uint8Array, start: number): boolean {
    const known = this.bytes;
    for (let at = this.length - 1; at >= 0; at--) if (bytes[start + at] !== known[at]) return false;
    return true;
  }

  /** Copies and looks at each byte in one pass; stops at the first that is no plain ASCII. */
  private rememberAscii(bytes: Uint8Array, start: number, length: number): boolean {
    const known = this.bytes;
    for (let at = 0; at < length; at++) {
      const byte = bytes[start + at] as number;
      if (byte === 0 || byte > 0x7f) return false;
      known[at] = byte;
    }
    return true;
  }

  private rememberText(bytes: Uint8Array, start: number, length: number, text: string): void {
    if (text.length !== length) this.bytes.set(bytes.subarray(start, start + length));
    this.length = length;
    this.text = text;
  }
}
