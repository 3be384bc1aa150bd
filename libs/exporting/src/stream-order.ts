import type { ExportedAttempt } from '@testmetrics/database';

/**
 * Attempts in an order in which a reader of the stream numbers them as they are numbered here.
 *
 * A reader learns only at the end of a stream that a test never ended, and reports such tests newest first. So the
 * unfinished attempts of a test come last, the last one first; no finished attempt may follow them.
 */
export class StreamOrder {
  private unfinished: ExportedAttempt[] = [];

  /** @returns what has its place now */
  add(attempt: ExportedAttempt): readonly ExportedAttempt[] {
    const before = this.unfinished[0]?.test === attempt.test ? [] : this.end();
    if (attempt.status === 'inprogress' || attempt.status === 'unknown') {
      this.unfinished.push(attempt);
      return before;
    }
    return before.length === 0 ? [attempt] : [...before, attempt];
  }

  /** No more attempts will come. */
  end(): readonly ExportedAttempt[] {
    if (this.unfinished.length === 0) return NOTHING;
    const held = this.unfinished.reverse();
    this.unfinished = [];
    return held;
  }
}

const NOTHING: readonly ExportedAttempt[] = [];
