import type { AttemptStatus } from '@testmetrics/domain';

/** A stored file with its content. */
export interface ExportedFile {
  /** As on the wire, of runs that the reference's tools stored only the part before the colon. */
  readonly fileName: string;
  readonly contentType: string | null;
  /** Ends with a visible mark where bytes were left out. */
  readonly content: Uint8Array;
  /** Left out when the run was stored. */
  readonly cutBytes: number;
}

/** What all attempts of a test in a run have in common. */
export interface ExportedTest {
  readonly name: string;
  /** In this run, attempts that were not kept left out. */
  readonly attempts: number;
  readonly flaky: boolean;
  /** Of the last failing attempt. */
  readonly failureMessage: string | null;
}

/** An attempt of a test with everything that is stored of it. */
export interface ExportedAttempt {
  /** The same object for all attempts of a test. */
  readonly test: ExportedTest;
  /** From 1; the last one decides. */
  readonly number: number;
  readonly status: AttemptStatus;
  readonly startMicros: number | null;
  /** Of an unfinished attempt: when it was last seen. */
  readonly stopMicros: number | null;
  /** The text of the brackets at the end of the id; `null` = none. */
  readonly attrs: string | null;
  readonly tags: readonly string[];
  readonly routeCode: string | null;
  readonly files: readonly ExportedFile[];
}
