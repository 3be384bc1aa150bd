import { detectEncoding, type Encoding } from './encoding';

/** Bytes that are read at once: what the XML reader may hold at most depends on it. */
const SEGMENT_BYTES = 64 * 1024;
const EMPTY = new Uint8Array(0);

/** A stretch of text, and where its characters stand in the bytes. */
export interface Segment {
  readonly text: string;
  /** Bytes from the start of the stream to the character at `index`; must be asked in rising order. */
  offsetOf(index: number): number;
}

export interface XmlBytesOutput {
  take(segment: Segment): void;
  /** Told once each. */
  onProblem(code: 'bad_text' | 'bad_xml', message: string, offset: number): void;
}

/** Makes text of the bytes of a document, whatever its encoding; what is no text becomes U+FFFD. */
export class XmlBytes {
  private encoding: Encoding | null = null;
  private decoder = new TextDecoder('utf-8');
  private held: Uint8Array = EMPTY;
  private offset = 0;
  private hasBadText = false;

  constructor(private readonly output: XmlBytesOutput) {}

  /** Bytes taken so far. */
  get count(): number {
    return this.offset + this.held.length;
  }

  push(chunk: Uint8Array): void {
    const bytes = this.held.length === 0 ? chunk : concat(this.held, chunk);
    this.held = EMPTY;
    if (this.encoding === null && !this.chooseEncoding(bytes, false)) {
      this.held = bytes.slice();
      return;
    }
    this.decode(bytes, false);
  }

  end(): void {
    const bytes = this.held;
    this.held = EMPTY;
    if (this.encoding === null) this.chooseEncoding(bytes, true);
    this.decode(bytes, true);
  }

  private chooseEncoding(bytes: Uint8Array, isEnd: boolean): boolean {
    const encoding = detectEncoding(bytes, isEnd);
    if (encoding === null) return false;
    const { label, unknown } = encoding;
    this.encoding = encoding;
    this.decoder = new TextDecoder(label, { ignoreBOM: true });
    const message = `encoding: expected one that is known, found ${JSON.stringify(unknown)}; UTF-8 was taken instead`;
    if (unknown !== null) this.output.onProblem('bad_xml', message, 0);
    return true;
  }

  private decode(bytes: Uint8Array, isEnd: boolean): void {
    const width = this.encoding?.width ?? 0;
    for (let at = 0; at < bytes.length;) {
      const wanted = bytes.subarray(at, at + SEGMENT_BYTES);
      const isLast = at + wanted.length === bytes.length;
      const whole = width === 1 || (isEnd && isLast) ? wanted.length : wholeCharacters(wanted, this.encoding);
      if (whole === 0) {
        this.held = wanted.slice();
        return;
      }
      const piece = wanted.subarray(0, whole);
      const text = withWindowsSigns(this.decoder.decode(piece), this.encoding);
      this.checkText(piece, text);
      const base = this.offset;
      this.offset += whole;
      this.output.take(width === 0 ? new Utf8Segment(text, base, piece) : new FixedSegment(text, base, width));
      at += whole;
    }
  }

  /** Only the first place is told: a whole document in another encoding would be nothing else. */
  private checkText(bytes: Uint8Array, text: string): void {
    if (this.hasBadText || this.encoding?.width !== 0 || !text.includes('\uFFFD')) return;
    const good = goodLength(bytes);
    if (good === bytes.length) return;
    this.hasBadText = true;
    const message = 'text: expected UTF-8, found other bytes; they are replaced by U+FFFD, here and further on';
    this.output.onProblem('bad_text', message, this.offset + wholeCharacters(bytes.subarray(0, good), null));
  }
}

class FixedSegment implements Segment {
  constructor(
    readonly text: string,
    private readonly base: number,
    private readonly width: number,
  ) {}

  offsetOf(index: number): number {
    return this.base + index * this.width;
  }
}

class Utf8Segment implements Segment {
  private readonly isAscii: boolean;
  private readonly length: number;
  private index = 0;
  private bytes = 0;

  constructor(
    readonly text: string,
    private readonly base: number,
    bytes: Uint8Array,
  ) {
    this.length = bytes.length;
    this.isAscii = bytes.length === text.length;
  }

  offsetOf(index: number): number {
    if (this.isAscii) return this.base + index;
    for (; this.index < index; this.index++) this.bytes += utf8Bytes(this.text.charCodeAt(this.index));
    // A byte that is no UTF-8 counts as the three of U+FFFD.
    return this.base + Math.min(this.bytes, this.length);
  }
}

/** Of one UTF-16 unit; each half of a surrogate pair is two of its four bytes. */
function utf8Bytes(unit: number): number {
  if (unit < 0x80) return 1;
  return unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
}

/** The length without a last character that is not yet whole. */
function wholeCharacters(bytes: Uint8Array, encoding: Encoding | null): number {
  const { length } = bytes;
  if (encoding?.width === 2) {
    const even = length - (length % 2);
    const high = bytes[encoding.label === 'utf-16le' ? even - 1 : even - 2] ?? 0;
    return high >= 0xd8 && high <= 0xdb ? even - 2 : even;
  }
  for (let back = 1; back <= Math.min(3, length); back++) {
    const byte = bytes[length - back] ?? 0;
    if (byte < 0x80) return length;
    if (byte < 0xc0) continue;
    const size = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return size > back ? length - back : length;
  }
  return length;
}

/** Bytes before the first one that is no UTF-8. */
function goodLength(bytes: Uint8Array): number {
  let good = 0;
  for (let step = bytes.length; step > 0; step = Math.floor(step / 2)) {
    while (good + step <= bytes.length && isUtf8Start(bytes.subarray(0, good + step))) good += step;
  }
  return good;
}

function isUtf8Start(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** What windows-1252 has at 80 to 9F; Node's decoder gives the control characters of latin-1 instead. */
const WINDOWS_SIGNS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function withWindowsSigns(text: string, encoding: Encoding | null): string {
  if (encoding?.label !== 'windows-1252') return text;
  return text.replace(/[\x80-\x9f]/g, (sign) => WINDOWS_SIGNS[sign.charCodeAt(0) - 0x80] ?? sign);
}

function concat(left: Uint8Array, right: Uint8Array): Uint8Array {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}
