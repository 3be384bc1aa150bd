export type PrivateDatabaseErrorCode =
  | 'server_not_found'
  | 'install_failed'
  | 'initialise_failed'
  | 'start_failed'
  | 'start_timeout'
  | 'directory_in_use'
  | 'stop_failed';

/** What kept the private database from doing its work; the message says what to do about it. */
export class PrivateDatabaseError extends Error {
  override readonly name = 'PrivateDatabaseError';

  constructor(
    readonly code: PrivateDatabaseErrorCode,
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
  }
}
