import { failureFileRank, failureLine, isFailing, TextExcerpt } from '@testmetrics/domain';
import type { AttemptRecord, Detail } from '@testmetrics/domain';

interface Excerpt {
  readonly fileName: string;
  readonly rank: number;
  readonly text: TextExcerpt;
}

/** Keeps, of every test in progress, the beginning and end of the file that would best say why it failed. */
export class FailureExcerpts {
  private readonly excerpts = new Map<AttemptRecord, Excerpt>();

  add(record: AttemptRecord, { fileName, mimeType }: Detail, bytes: Uint8Array): void {
    const rank = failureFileRank(fileName, mimeType);
    if (rank === null) return;
    this.excerptFor(record, fileName, rank)?.text.append(bytes);
  }

  /** The line that says what went wrong, where the record failed and a file says so. Forgets the record. */
  take(record: AttemptRecord): string | null {
    const excerpt = this.excerpts.get(record);
    this.excerpts.delete(record);
    if (excerpt === undefined || !isFailing(record.status)) return null;
    return failureLine(excerpt.text.toString());
  }

  private excerptFor(record: AttemptRecord, fileName: string, rank: number): Excerpt | null {
    const known = this.excerpts.get(record);
    if (known?.fileName === fileName) return known;
    if (known !== undefined && known.rank <= rank) return null;
    const excerpt = { fileName, rank, text: new TextExcerpt() };
    this.excerpts.set(record, excerpt);
    return excerpt;
  }
}
