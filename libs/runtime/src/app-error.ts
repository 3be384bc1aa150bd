/** What a person needs to put an error right; every part is one short phrase. */
export interface ErrorFacts {
  /** What would have been right. */
  readonly expected?: string;
  /** What was there instead. */
  readonly found?: string;
  /** What to do now. */
  readonly action?: string;
  /** Names there are that may have been meant, the nearest first. */
  readonly suggestions?: readonly string[];
}

export interface AppErrorOptions extends ErrorFacts {
  readonly cause?: unknown;
  /** The HTTP status that fits, where the error reaches an HTTP client. Default 500. */
  readonly status?: number;
  /** Worth trying again after so many seconds; the same request may then succeed. */
  readonly retryAfterSeconds?: number;
}

/**
 * An error that a caller may act on: it has a stable code, and its text may be shown to whoever caused it.
 *
 * Everything that is not an `AppError` is a defect, and its text stays in the log.
 */
export class AppError extends Error {
  readonly status: number;
  readonly facts: ErrorFacts;
  readonly retryAfterSeconds: number | null;

  constructor(
    readonly code: string,
    message: string,
    { cause, status = 500, retryAfterSeconds, ...facts }: AppErrorOptions = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.status = status;
    this.facts = facts;
    this.retryAfterSeconds = retryAfterSeconds ?? null;
  }
}

/** The message and, below it, what was expected, found, and what to do: for terminals and start-up failures. */
export function explainError(error: unknown): string {
  if (!(error instanceof AppError)) return error instanceof Error ? error.message : String(error);
  const { expected, found, action, suggestions = [] } = error.facts;
  const lines = [
    ['expected', expected],
    ['found', found],
    ['did you mean', suggestions.length === 0 ? undefined : suggestions.join(', ')],
    ['what to do', action],
  ].flatMap(([label, text]) => (text === undefined ? [] : [`  ${label}: ${text}`]));
  return [error.message, ...lines].join('\n');
}
