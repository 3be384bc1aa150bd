import type { CompletionRequest, Question } from '@testmetrics/questions';

/** A row as the database gives it, under the names of the question's columns. */
export type Row = Readonly<Record<string, unknown>>;

/** A half-open stretch of time, in microseconds since 1970. */
export interface Range {
  readonly sinceMicros: number;
  readonly untilMicros: number;
}

export interface AskOptions {
  /** The page behind the row with this `place_key`; `null` for the first page; left out where no pages are read. */
  readonly after?: string | null;
}

/**
 * The way of every use case to the database: it sends what libs/questions compiles, which is what the dashboards send.
 */
export interface Asker {
  /**
   * @throws {AppError} `too_many_questions`, `question_too_slow` or `database_unavailable`, each a 503
   * @throws {AppError} 400 where the question is none, such as `bad_pattern`, `text_too_long`, `invalid_cursor`
   */
  ask(question: Question, range: Range, options?: AskOptions): Promise<readonly Row[]>;
  /** What can be chosen: columns `__text`, `__value`, `__key`. Errors as of `ask`. */
  complete(request: CompletionRequest, range: Range): Promise<readonly Row[]>;
  nowMicros(): number;
}
