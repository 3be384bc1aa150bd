import type { AttemptStatus } from '@testmetrics/domain';

/** A file of a test or of the run. */
export interface ReportFile {
  readonly name: string;
  readonly contentType: string | null;
  readonly content: Uint8Array;
}

export interface ReportAttempt {
  readonly status: AttemptStatus;
  readonly startMicros: number | null;
  readonly stopMicros: number | null;
  readonly tags: readonly string[];
  readonly files: readonly ReportFile[];
}

export interface ReportTest {
  /** The whole id, attributes included. */
  readonly id: string;
  /** At least one, in order; the last one decides. */
  readonly attempts: readonly ReportAttempt[];
}

/** What has to be known of a suite before its first test is written. */
export interface ReportSuite {
  readonly name: string;
  /** Start of the run. */
  readonly timestampMicros: number | null;
  readonly tests: number;
  /** Tests that failed or succeeded unexpectedly. */
  readonly failures: number;
  /** Tests that never ended. */
  readonly errors: number;
  /** Skipped, or failed as expected. */
  readonly skipped: number;
  readonly seconds: number;
  readonly properties: Iterable<readonly [name: string, value: string]>;
}
