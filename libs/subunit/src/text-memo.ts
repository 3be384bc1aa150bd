import { readText } from './text';

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
    const text = readText(bytes, start, end);
    if (text !== null && length <= MAX_BYTES) this.remember(bytes, start, length, text);
    return text;
  }

  /** From the end: ids of one module differ in their last bytes. */
  private equals(bytes: Uint8Array, start: number): boolean {
    for (let at = this.length - 1; at >= 0; at--) if (bytes[start + at] !== this.bytes[at]) return false;
    return true;
  }

  private remember(bytes: Uint8Array, start: number, length: number, text: string): void {
    for (let at = 0; at < length; at++) this.bytes[at] = bytes[start + at] as number;
    this.length = length;
    this.text = text;
  }
}
