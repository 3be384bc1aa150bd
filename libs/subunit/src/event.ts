/** The status of a test event as it stands on the wire, in the order of its numbers 1 to 7; 0 is "no status". */
export const STATUSES = ['exists', 'inprogress', 'success', 'uxsuccess', 'skip', 'fail', 'xfail'] as const;

export type Status = (typeof STATUSES)[number];

/**
 * What one packet says: a test's status, a piece of a file, both, or neither.
 *
 * Absent fields are `null`, which is not the same as empty: `routeCode: ''` was on the wire, `null` was not.
 */
export interface SubunitEvent {
  readonly testId: string | null;
  /** `null` where the packet carries no status (it may still carry a file). */
  readonly status: Status | null;
  /** Sorted, without repeats; `null` where the packet carries no tags. */
  readonly tags: readonly string[] | null;
  readonly runnable: boolean;
  readonly fileName: string | null;
  /** A view into the decoder's buffer: copy it (`slice`) to keep it after the call that delivered it. */
  readonly fileBytes: Uint8Array | null;
  readonly mimeType: string | null;
  /** This packet is the last one of its file. */
  readonly eof: boolean;
  readonly routeCode: string | null;
  /** Microseconds since 1970-01-01 UTC, nanoseconds rounded half to even as the reference reader does. */
  readonly timestampMicros: number | null;
}
