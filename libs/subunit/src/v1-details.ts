import { GrowingBytes } from './growing-bytes';

/** What a detail reader makes of the bytes of an outcome's details. */
export interface DetailsOutput {
  /** A piece of a file; pieces of one file follow each other, the last one has `eof`. */
  onPiece(fileName: string, mimeType: string, bytes: Uint8Array, eof: boolean): void;
  /** Bytes that do not follow the form; they are left out. */
  onFault(message: string): void;
}

/** Details are longer than memory should be: they are given on in pieces of so many bytes. */
export const PIECE_BYTES = 1 << 20;

/** Collects the bytes of one file and gives them on in pieces. */
export class PieceBuffer {
  private readonly piece = new GrowingBytes();

  constructor(
    private readonly fileName: string,
    private readonly mimeType: string,
    private readonly output: DetailsOutput,
  ) {}

  /** The bytes are copied. */
  add(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      const part = bytes.subarray(at, at + PIECE_BYTES - this.piece.length);
      this.piece.append(part);
      at += part.length;
      if (this.piece.length === PIECE_BYTES) this.give(false);
    }
  }

  finish(): void {
    this.give(true);
  }

  /** The stream ends within the file: gives on what is there, without `eof`. */
  breakOff(): void {
    if (this.piece.length > 0) this.give(false);
  }

  private give(eof: boolean): void {
    this.output.onPiece(this.fileName, this.mimeType, this.piece.take(), eof);
  }
}

/** A reader of details takes lines, or asks for a number of bytes that are not read as lines. */
export interface DetailsReader {
  /** Bytes of a chunk still to come; while above 0, `takeBytes` is called instead of `takeLine`. */
  readonly wanted: number;
  takeBytes(bytes: Uint8Array): void;
  /**
   * @param line - with its line feed, unless the stream ends before that
   * @returns whether this line ends the details
   */
  takeLine(line: Uint8Array): boolean;
  /** A piece of a line that is too long to mean anything. */
  takeLongLine(piece: Uint8Array, isFirst: boolean): void;
  /** The stream ends within the details: gives on what is there. */
  breakOff(): void;
}

const CLOSING = 0x5d;
const BLANK = 0x20;
const LF = 0x0a;

/** The last line of a stream may lack its line feed. */
export function isEndOfDetails(line: Uint8Array): boolean {
  return line[0] === CLOSING && (line.length === 1 || (line.length === 2 && line[1] === LF));
}

/** Details in plain brackets: text up to a line `]`; a line that begins with ` ]` has one blank too many. */
export class BracketedDetails implements DetailsReader {
  readonly wanted = 0;
  private readonly buffer: PieceBuffer;

  constructor(fileName: string, mimeType: string, output: DetailsOutput) {
    this.buffer = new PieceBuffer(fileName, mimeType, output);
  }

  takeBytes(bytes: Uint8Array): void {
    this.buffer.add(bytes);
  }

  takeLine(line: Uint8Array): boolean {
    if (isEndOfDetails(line)) {
      this.buffer.finish();
      return true;
    }
    this.takeLongLine(line, true);
    return false;
  }

  takeLongLine(piece: Uint8Array, isFirst: boolean): void {
    const isQuoted = isFirst && piece[0] === BLANK && piece[1] === CLOSING;
    this.buffer.add(isQuoted ? piece.subarray(1) : piece);
  }

  breakOff(): void {
    this.buffer.breakOff();
  }
}
