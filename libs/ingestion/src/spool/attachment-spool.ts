import { float64Column, int32Column, uint32Column } from '@testmetrics/domain';
import { SpoolFile } from './spool-file';

/** What an index entry costs beside its bytes; it is taken off the run's allowance, so that the index stays small too. */
const ENTRY_COST = 256;
const EXTENT_COST = 64;
/** What entries of files without any content may cost, as a share of the run's allowance. */
const MARKS_SHARE = 0.25;
const NONE = -1;

export interface SpoolLimits {
  /** Bytes kept a run, index included. */
  readonly totalBytes: number;
  /** Bytes kept in memory before a file is begun. */
  readonly memoryBytes: number;
}

export interface SpooledFile {
  /** Whatever the writer gave as the file's owner. */
  readonly owner: number;
  readonly name: string;
  readonly contentType: string | null;
  /** Bytes left out. */
  readonly cutBytes: number;
  /** Bytes kept. */
  readonly size: number;
}

/**
 * Sets the files of a run aside until the run is written. Files grow in any order; what goes beyond an allowance is
 * counted, not kept.
 */
export class AttachmentSpool {
  private readonly file: SpoolFile;
  private readonly owner = int32Column();
  private readonly nameNumber = uint32Column();
  private readonly typeNumber = uint32Column();
  private readonly kept = uint32Column();
  private readonly cut = float64Column();
  private readonly firstExtent = int32Column();
  private readonly lastExtent = int32Column();
  private readonly extentStart = float64Column();
  private readonly extentLength = uint32Column();
  private readonly nextExtent = int32Column();
  private readonly strings: (string | null)[] = [];
  private readonly stringNumbers = new Map<string | null, number>();
  private spent = 0;
  private lostFiles = 0;
  private lostBytes = 0;

  constructor(
    directory: string,
    private readonly limits: SpoolLimits,
  ) {
    this.file = new SpoolFile(directory, limits.memoryBytes);
  }

  /** Files known. */
  get count(): number {
    return this.owner.length;
  }

  /** Files that could not even be listed, because the run's allowance was used up. */
  get lost(): { readonly files: number; readonly bytes: number } {
    return { files: this.lostFiles, bytes: this.lostBytes };
  }

  get isOnDisk(): boolean {
    return this.file.isOnDisk;
  }

  /** @returns the number of the new file, or -1 where the run's allowance is used up */
  add(owner: number, name: string, contentType: string | null): number {
    const cost = ENTRY_COST + 2 * name.length + 2 * (contentType?.length ?? 0);
    // A cut file still gets an entry, for its mark; when these fill an allowance of their own, further files are only counted.
    if (this.spent + cost > this.limits.totalBytes * (1 + MARKS_SHARE)) {
      this.lostFiles += 1;
      return NONE;
    }
    this.spent += cost;
    this.owner.push(owner);
    this.nameNumber.push(this.numberOf(name));
    this.typeNumber.push(this.numberOf(contentType));
    this.kept.push(0);
    this.cut.push(0);
    this.lastExtent.push(NONE);
    return this.firstExtent.push(NONE);
  }

  /** Counts bytes of a file that was never listed. */
  lose(bytes: number): void {
    this.lostBytes += bytes;
  }

  /**
   * Appends to a file as much as both allowances leave room for.
   *
   * @returns how many bytes were kept
   */
  append(number: number, bytes: Uint8Array, allowance: number): number {
    const cut = this.cut.at(number);
    const room = cut > 0 ? 0 : Math.max(0, Math.min(allowance, this.limits.totalBytes - this.spent - EXTENT_COST));
    const kept = bytes.subarray(0, room);
    if (kept.length > 0) this.appendKept(number, kept);
    if (kept.length < bytes.length) this.cut.set(number, cut + bytes.length - kept.length);
    return kept.length;
  }

  /** Counts bytes of a file as left out. */
  addCut(number: number, bytes: number): void {
    this.cut.set(number, this.cut.at(number) + bytes);
  }

  drain(): Promise<void> {
    return this.file.drain();
  }

  describe(number: number): SpooledFile {
    return {
      owner: this.owner.at(number),
      name: this.strings[this.nameNumber.at(number)] ?? '',
      contentType: this.strings[this.typeNumber.at(number)] ?? null,
      cutBytes: this.cut.at(number),
      size: this.kept.at(number),
    };
  }

  ownerOf(number: number): number {
    return this.owner.at(number);
  }

  /** The bytes kept, with `extraBytes` of room behind them; good until the next are read. */
  async read(number: number, extraBytes = 0): Promise<Uint8Array> {
    const first = this.firstExtent.at(number);
    // Nearly every file came in one piece: a copy of each would be garbage faster than it is collected.
    if (extraBytes === 0 && first !== NONE && first === this.lastExtent.at(number)) {
      return this.file.read(this.extentStart.at(first), this.extentLength.at(first));
    }
    const content = new Uint8Array(this.kept.at(number) + extraBytes);
    let done = 0;
    for (let extent = first; extent !== NONE; extent = this.nextExtent.at(extent)) {
      const length = this.extentLength.at(extent);
      content.set(await this.file.read(this.extentStart.at(extent), length), done);
      done += length;
    }
    return content;
  }

  close(): Promise<void> {
    return this.file.close();
  }

  private appendKept(number: number, bytes: Uint8Array): void {
    const start = this.file.size;
    this.file.append(bytes);
    this.kept.set(number, this.kept.at(number) + bytes.length);
    this.spent += bytes.length;
    const last = this.lastExtent.at(number);
    if (last !== NONE && this.extentStart.at(last) + this.extentLength.at(last) === start) {
      this.extentLength.set(last, this.extentLength.at(last) + bytes.length);
      return;
    }
    this.addExtent(number, last, start, bytes.length);
  }

  private addExtent(number: number, last: number, start: number, length: number): void {
    this.extentStart.push(start);
    this.extentLength.push(length);
    const extent = this.nextExtent.push(NONE);
    if (last === NONE) this.firstExtent.set(number, extent);
    else this.nextExtent.set(last, extent);
    this.lastExtent.set(number, extent);
    this.spent += EXTENT_COST;
  }

  private numberOf(text: string | null): number {
    const known = this.stringNumbers.get(text);
    if (known !== undefined) return known;
    const number = this.strings.push(text) - 1;
    this.stringNumbers.set(text, number);
    return number;
  }
}
