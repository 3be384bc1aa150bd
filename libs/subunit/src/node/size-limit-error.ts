/** Compressed input expands to more than was allowed: most likely it was made to fill memory or disk. */
export class SizeLimitError extends Error {
  override readonly name = 'SizeLimitError';
  readonly code = 'expanded_too_large';

  constructor(readonly maxBytes: number) {
    super(`expanded stream: expected at most ${maxBytes} bytes, found more; send it in parts or raise the limit`);
  }
}
