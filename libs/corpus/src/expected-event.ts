/** One line of an expectation: an event as the reference reader delivered it, its names and conventions kept. */
export interface ExpectedEvent {
  readonly test_id: string | null;
  readonly status: string | null;
  readonly tags: readonly string[] | null;
  readonly runnable: boolean;
  readonly file_name: string | null;
  /** base64 */
  readonly file_bytes: string | null;
  readonly mime: string | null;
  readonly eof: boolean;
  readonly route_code: string | null;
  readonly timestamp: string | null;
}
