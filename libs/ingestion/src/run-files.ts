import { int32Column, uint32Column } from '@testmetrics/domain';
import type { AttemptRecord, Detail } from '@testmetrics/domain';
import type { IngestLimits } from './limits';
import type { AttachmentSpool } from './spool/attachment-spool';

/** The owner of files that belong to the run. */
export const RUN = -1;
const NO_ATTEMPT = -1;
const MAX_NAME_CHARACTERS = 1000;
const MAX_TYPE_CHARACTERS = 255;

/** Sorts the files of a stream into the spool while they arrive, each within its allowance. */
export class RunFiles {
  private readonly attemptOfOwner = int32Column();
  private readonly spentOfOwner = uint32Column();
  private readonly idsOfOthers = new Map<number, string>();
  private readonly runFiles = new Map<string, number>();

  constructor(
    private readonly spool: AttachmentSpool,
    private readonly limits: Pick<IngestLimits, 'attachmentBytesPerTest' | 'runFileBytes'>,
  ) {}

  /** A piece of a file of a test in progress. */
  append(record: AttemptRecord, detail: Detail, bytes: Uint8Array): void {
    if (record.handle < 0) record.handle = this.addOwner();
    const isNew = detail.chunks === 1;
    if (isNew) detail.handle = this.spool.add(record.handle, shorten(detail.fileName), shortenType(detail.mimeType));
    if (detail.handle < 0) {
      this.spool.lose(bytes.length);
      return;
    }
    const spent = this.spentOfOwner.at(record.handle);
    const kept = this.spool.append(detail.handle, bytes, this.limits.attachmentBytesPerTest - spent);
    this.spentOfOwner.set(record.handle, spent + kept);
  }

  /** A piece of a file of the run. */
  appendRunFile(name: string, contentType: string | null, bytes: Uint8Array): void {
    const shortName = shorten(name);
    const number = this.runFiles.get(shortName) ?? this.addRunFile(shortName, contentType);
    if (number < 0) this.spool.lose(bytes.length);
    else this.spool.append(number, bytes, this.limits.runFileBytes - this.spool.describe(number).size);
  }

  /** The record became this attempt. */
  assign(record: AttemptRecord, attempt: number): void {
    if (record.handle >= 0) this.attemptOfOwner.set(record.handle, attempt);
  }

  /** The record is no test: its files are kept with the run. */
  assignToRun(record: AttemptRecord): void {
    if (record.handle >= 0) this.idsOfOthers.set(record.handle, shorten(record.testId));
  }

  /** The attempt that a spooled file belongs to, or -1 where it belongs to the run. */
  attemptOf(owner: number): number {
    return owner === RUN ? NO_ATTEMPT : this.attemptOfOwner.at(owner);
  }

  /** The name of a file of the run; one of a record that is no test carries that record's id. */
  runFileName(owner: number, name: string): string {
    const id = this.idsOfOthers.get(owner);
    return id === undefined ? name : `${id}: ${name}`;
  }

  private addOwner(): number {
    this.spentOfOwner.push(0);
    return this.attemptOfOwner.push(NO_ATTEMPT);
  }

  private addRunFile(name: string, contentType: string | null): number {
    const number = this.spool.add(RUN, name, shortenType(contentType));
    if (number >= 0) this.runFiles.set(name, number);
    return number;
  }
}

function shorten(name: string): string {
  return cut(name, MAX_NAME_CHARACTERS);
}

function shortenType(contentType: string | null): string | null {
  return contentType === null ? null : cut(contentType, MAX_TYPE_CHARACTERS);
}

function cut(text: string, characters: number): string {
  if (text.length <= characters) return text;
  return `${text.slice(0, characters - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
