export type EncodeErrorCode = 'bad_text' | 'bad_time' | 'too_long';

/** An event that the protocol cannot carry. The message says which field, what was expected and what was found. */
export class EncodeError extends Error {
  override readonly name = 'EncodeError';

  constructor(
    readonly code: EncodeErrorCode,
    readonly field: string,
    expected: string,
    found: string,
  ) {
    super(`${field}: expected ${expected}, found ${found}`);
  }
}
