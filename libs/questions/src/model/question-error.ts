export type QuestionErrorCode =
  | 'unknown_kind'
  | 'unknown_field'
  | 'bad_value'
  | 'bad_key'
  | 'bad_limit'
  | 'bad_uuid'
  | 'bad_pattern'
  | 'bad_range'
  | 'text_too_long';

export interface QuestionProblem {
  readonly code: QuestionErrorCode;
  /** The field of the question that is wrong, as `jobs` or `metadata[0].key`. */
  readonly field: string;
  readonly expected: string;
  readonly found: string;
  /** What to do now. */
  readonly action: string;
}

/** A question that cannot be compiled; its message is a sentence that may be shown to whoever asked. */
export class QuestionError extends Error {
  readonly code: QuestionErrorCode;
  readonly field: string;
  readonly expected: string;
  readonly found: string;
  readonly action: string;

  constructor({ code, field, expected, found, action }: QuestionProblem) {
    super(`Expected ${expected} for "${field}", found ${found}. ${action}`);
    this.name = 'QuestionError';
    this.code = code;
    this.field = field;
    this.expected = expected;
    this.found = found;
    this.action = action;
  }
}

/** What was found, short enough for a sentence. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return String(value);
  const text = asJson(value);
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}

function asJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return typeof value;
  }
}
