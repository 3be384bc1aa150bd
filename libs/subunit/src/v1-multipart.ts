import { readLenientText } from './text';
import { type DetailsOutput, type DetailsReader, isEndOfDetails, PieceBuffer } from './v1-details';

const LENGTH_LINE = /^([0-9a-fA-F]{1,8})\r\n$/;
const TYPE_LINE = /^\S+ (.*)\n$/s;
/** Among lines that mean nothing only this begins a part again. */
const STRICT_TYPE_LINE = /^Content-Type: (.*)\n$/s;
const LF = 0x0a;
/** So much of a line is shown in a message. */
const SHOWN_BYTES = 80;

/** Details in parts: for each a `Content-Type` line, a name line, chunks with their length in hexadecimal, and a 0. */
export class MultipartDetails implements DetailsReader {
  wanted = 0;
  private expecting: 'type' | 'name' | 'length' = 'type';
  private mimeType = '';
  private part: PieceBuffer | null = null;
  /** Lines are left out until the next part or the end; only the first of them is reported. */
  private isLost = false;

  constructor(private readonly output: DetailsOutput) {}

  takeBytes(bytes: Uint8Array): void {
    this.part?.add(bytes);
    this.wanted -= bytes.length;
  }

  takeLine(line: Uint8Array): boolean {
    const isCut = line[line.length - 1] !== LF;
    if (isCut && !isEndOfDetails(line)) return false;
    if (this.expecting === 'length') return this.takeLength(line);
    if (this.expecting === 'name') return this.takeName(line);
    return this.takeType(line);
  }

  takeLongLine(piece: Uint8Array, isFirst: boolean): void {
    this.finishPart();
    if (isFirst) this.fault(`expected a line of the details, found a longer one: '${shown(piece)}'`);
  }

  breakOff(): void {
    this.part?.breakOff();
  }

  private takeType(line: Uint8Array): boolean {
    if (isEndOfDetails(line)) return true;
    const type = (this.isLost ? STRICT_TYPE_LINE : TYPE_LINE).exec(readLenientText(line))?.[1];
    if (type === undefined) return this.fault(`expected 'Content-Type: TYPE' or ']', found '${shown(line)}'`);
    this.isLost = false;
    this.mimeType = type;
    this.expecting = 'name';
    return false;
  }

  private takeName(line: Uint8Array): boolean {
    this.part = new PieceBuffer(readLenientText(line.subarray(0, -1)), this.mimeType, this.output);
    this.expecting = 'length';
    return false;
  }

  private takeLength(line: Uint8Array): boolean {
    if (isEndOfDetails(line)) {
      this.finishPart();
      this.fault("expected a chunk's length, found the end of the details");
      return true;
    }
    const digits = LENGTH_LINE.exec(readLenientText(line.subarray(0, SHOWN_BYTES)))?.[1];
    if (digits === undefined) {
      this.finishPart();
      return this.fault(`expected a chunk's length in hexadecimal and CR LF, found '${shown(line)}'`);
    }
    this.wanted = Number.parseInt(digits, 16);
    if (this.wanted === 0) this.finishPart();
    return false;
  }

  private finishPart(): void {
    this.part?.finish();
    this.part = null;
    this.expecting = 'type';
  }

  private fault(message: string): boolean {
    if (!this.isLost) this.output.onFault(message);
    this.isLost = true;
    return false;
  }
}

function shown(line: Uint8Array): string {
  return readLenientText(line.subarray(0, SHOWN_BYTES)).trimEnd();
}
