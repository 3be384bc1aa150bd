import { GrowingBytes } from './growing-bytes';

const LF = 0x0a;

/** A longer line is no directive; it is given on in pieces, so that memory stays bounded. */
export const MAX_LINE_BYTES = 4 << 20;

/** Takes what a stream is made of. */
export interface LineReceiver {
  /** So many of the next bytes are not read as lines. */
  readonly wantedBytes: number;
  takeBytes(bytes: Uint8Array): void;
  /** @param line - with its line feed; only the last line of a stream may have none */
  takeLine(line: Uint8Array, offset: number): void;
  /** A piece of a line of more than `MAX_LINE_BYTES`; the first piece has exactly so many. */
  takeLongLine(piece: Uint8Array, offset: number, isFirst: boolean): void;
}

/**
 * Cuts chunks of any size into lines, and into the stretches of bytes that the receiver asks for between them.
 *
 * What is given out is a view of the chunk where a line lies within one. The receiver gets the same lines and pieces
 * of long lines whatever the chunks, but for where the later pieces of a long line are cut.
 */
export class LineCutter {
  private readonly held = new GrowingBytes();
  private isLongLine = false;
  private lineOffset = 0;
  private position = 0;

  constructor(private readonly receiver: LineReceiver) {}

  /** Stream offset of the next byte. */
  get offset(): number {
    return this.position;
  }

  push(chunk: Uint8Array): void {
    let at = 0;
    while (at < chunk.length) {
      const bytes = this.receiver.wantedBytes > 0 ? this.cutBytes(chunk, at) : this.cutLine(chunk, at);
      at += bytes;
      this.position += bytes;
    }
  }

  /** Gives on a last line without line feed. */
  end(): void {
    if (this.held.length > 0) this.receiver.takeLine(this.held.take(), this.lineOffset);
  }

  private cutBytes(chunk: Uint8Array, at: number): number {
    const bytes = chunk.subarray(at, at + this.receiver.wantedBytes);
    this.receiver.takeBytes(bytes);
    return bytes.length;
  }

  private cutLine(chunk: Uint8Array, at: number): number {
    if (this.isLongLine) return this.cutLongLine(chunk, at);
    if (this.held.length === 0) this.lineOffset = this.position;
    const limit = at + MAX_LINE_BYTES - this.held.length;
    const lineFeed = chunk.indexOf(LF, at);
    const end = Math.min(lineFeed === -1 ? chunk.length : lineFeed + 1, limit);
    const bytes = chunk.subarray(at, end);
    if (lineFeed !== -1 && lineFeed < end) this.receiver.takeLine(this.joinHeld(bytes), this.lineOffset);
    else this.hold(bytes);
    return bytes.length;
  }

  private hold(bytes: Uint8Array): void {
    this.held.append(bytes);
    if (this.held.length < MAX_LINE_BYTES) return;
    this.isLongLine = true;
    this.receiver.takeLongLine(this.held.take(), this.lineOffset, true);
  }

  private cutLongLine(chunk: Uint8Array, at: number): number {
    const lineFeed = chunk.indexOf(LF, at);
    const piece = chunk.subarray(at, lineFeed === -1 ? chunk.length : lineFeed + 1);
    this.isLongLine = lineFeed === -1;
    this.receiver.takeLongLine(piece, this.position, false);
    return piece.length;
  }

  private joinHeld(last: Uint8Array): Uint8Array {
    if (this.held.length === 0) return last;
    this.held.append(last);
    return this.held.take();
  }
}
