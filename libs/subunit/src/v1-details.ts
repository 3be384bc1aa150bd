/** What a detail reader makes of the bytes of an outcome's details. */
export interface DetailsOutput {
  /** A piece of a file; pieces of one file follow each other, the last one has `eof`. */
  onPiece(fileName: string, mimeType: string, bytes: Uint8Array, eof: boolean): void;
  /** Bytes that do not follow the form; they are left out. */
  onFault(message: string): void;
}

/** Details are longer than memory should be: they are given on in pieces of about this size. */
export const PIECE_BYTES = 1 << 20;

/** Collects the bytes of one file and gives them on in pieces. */
export class PieceBuffer {
  private parts: Uint8Array[] = [];
  private length = 0;

  constructor(
    private readonly fileName: string,
    private readonly mimeType: string,
    private readonly output: DetailsOutput,
  ) {}

  /** The bytes are copied. */
  add(bytes: Uint8Array): void {
    this.parts.push(bytes.slice());
    this.length += bytes.length;
    if (this.length >= PIECE_BYTES) this.flush(false);
  }

  finish(): void {
    this.flush(true);
  }

  private flush(eof: boolean): void {
    const whole = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.parts) {
      whole.set(part, at);
      at += part.length;
    }
    this.parts = [];
    this.length = 0;
    this.output.onPiece(this.fileName, this.mimeType, whole, eof);
  }
}

/** A reader of details takes lines, or asks for a number of bytes that are not read as lines. */
export interface DetailsReader {
  /** Bytes of a chunk still to come; while above 0, `takeBytes` is called instead of `takeLine`. */
  readonly wanted: number;
  takeBytes(bytes: Uint8Array): void;
  /**
   * @param line - with its line feed
   * @returns whether this line ends the details
   */
  takeLine(line: Uint8Array): boolean;
}

const CLOSING = 0x5d;
const BLANK = 0x20;
const LF = 0x0a;

export function isEndOfDetails(line: Uint8Array): boolean {
  return line.length === 2 && line[0] === CLOSING && line[1] === LF;
}

/** Details in plain brackets: text up to a line `]`; a line that begins with ` ]` has one blank too many. */
export class BracketedDetails implements DetailsReader {
  readonly wanted = 0;
  private readonly buffer: PieceBuffer;

  constructor(fileName: string, mimeType: string, output: DetailsOutput) {
    this.buffer = new PieceBuffer(fileName, mimeType, output);
  }

  takeBytes(): void {
    throw new Error('bracketed details hold no chunks');
  }

  takeLine(line: Uint8Array): boolean {
    if (isEndOfDetails(line)) {
      this.buffer.finish();
      return true;
    }
    const isQuoted = line[0] === BLANK && line[1] === CLOSING;
    this.buffer.add(isQuoted ? line.subarray(1) : line);
    return false;
  }
}
