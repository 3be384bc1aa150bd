import { TextExcerpt, failureFileRank, failureLine } from '@testmetrics/domain';
import type { AttemptRecord, Detail } from '@testmetrics/domain';

/** Tests in progress whose files are listened to; with at most 14 KiB each. */
const MAX_CAPTURES = 1000;
/** Characters of messages kept a run; a run whose every test fails in its own words gets only the first ones. */
const MAX_MESSAGE_CHARACTERS = 16 * 1024 * 1024;

interface Capture {
  readonly detail: Detail;
  readonly rank: number;
  readonly excerpt: TextExcerpt;
}

/** Listens to the files of tests in progress, to know why a test failed when it does. */
export class FailureCapture {
  private readonly captures = new Map<AttemptRecord, Capture>();
  private readonly messages = new Map<string, string>();
  private characters = 0;

  listen(record: AttemptRecord, detail: Detail, bytes: Uint8Array): void {
    const capture = this.captures.get(record);
    if (capture?.detail === detail) {
      capture.excerpt.append(bytes);
      return;
    }
    const rank = failureFileRank(detail.fileName, detail.mimeType);
    if (rank === null || detail.chunks > 1) return;
    if (capture === undefined ? this.captures.size >= MAX_CAPTURES : capture.rank <= rank) return;
    const excerpt = new TextExcerpt();
    excerpt.append(bytes);
    this.captures.set(record, { detail, rank, excerpt });
  }

  /** Forgets the record. */
  drop(record: AttemptRecord): void {
    this.captures.delete(record);
  }

  /** Forgets the record, whose test failed, and says why it did. */
  take(record: AttemptRecord): string | null {
    const capture = this.captures.get(record);
    if (capture === undefined) return null;
    this.captures.delete(record);
    const message = failureLine(capture.excerpt.toString());
    return message === null ? null : this.intern(message);
  }

  /** Many tests fail for the same reason. */
  private intern(message: string): string | null {
    const known = this.messages.get(message);
    if (known !== undefined) return known;
    if (this.characters + message.length > MAX_MESSAGE_CHARACTERS) return null;
    this.characters += message.length;
    this.messages.set(message, message);
    return message;
  }
}
