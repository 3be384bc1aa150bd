import type { Damage } from '@testmetrics/subunit';

/** Statuses that end an attempt. */
export const FINAL_STATUSES = ['success', 'fail', 'skip', 'xfail', 'uxsuccess'] as const;

export type FinalStatus = (typeof FINAL_STATUSES)[number];

/** `inprogress`: started and never ended. `unknown`: seen (a file, a tag), but no status was ever given. */
export type AttemptStatus = FinalStatus | 'inprogress' | 'unknown';

/** What is nearly always the same for many attempts, and therefore stored once. */
export interface LabelSet {
  /** The text inside the brackets that were cut off the id. */
  readonly attrs: string | null;
  /** Sorted, without repeats. */
  readonly tags: readonly string[];
  readonly routeCode: string | null;
}

export interface AttemptToStore {
  readonly status: AttemptStatus;
  readonly startMicros: number | null;
  /** Of an unfinished attempt: the time of the last packet seen of it. */
  readonly stopMicros: number | null;
  /** `null` = neither attrs nor tags nor a route code. */
  readonly labels: LabelSet | null;
}

export interface AttachmentToStore {
  /** Position in the run's tests. */
  readonly testIndex: number;
  /** From 1. */
  readonly attemptNumber: number;
  /** As on the wire; the reference's label is the part up to the first `:`. */
  readonly fileName: string;
  readonly contentType: string | null;
  /** Bytes left out beyond the limit, 0 = whole. The visible mark is already part of `content`. */
  readonly cutBytes: number;
  /** Good until the next attachment is asked for. */
  readonly content: Uint8Array;
}

export interface RunAttachmentToStore {
  readonly name: string;
  readonly contentType: string | null;
  /** Good until the next attachment is asked for. */
  readonly content: Uint8Array;
  readonly cutBytes: number;
}

export interface TestToStore {
  /** `tests.test_id`: the id after the identity rule, which does not look at the database. */
  readonly name: string;
  /** As on the wire; equals `name` where there are no brackets at the end. */
  readonly fullId: string;
  /** At least one, in order of their end; the last one decides. */
  readonly attempts: readonly AttemptToStore[];
  /** At least one attempt failed and at least one passed. */
  readonly flaky: boolean;
  /** The exception's line of the last failing attempt, at most 512 characters. */
  readonly failureMessage: string | null;
}

/**
 * The tests of a run, in an order of their own. Those of a large run are made anew whenever they are asked for, so that
 * they never lie in memory all at once; an array is one, too.
 */
export interface TestList extends Iterable<TestToStore> {
  readonly length: number;
  at(index: number): TestToStore | undefined;
}

/** Counts of tests under their final outcome. */
export interface RunTotals {
  readonly total: number;
  readonly success: number;
  readonly fail: number;
  readonly skip: number;
  readonly xfail: number;
  readonly uxsuccess: number;
  readonly unfinished: number;
  readonly flaky: number;
  /** Durations of the final attempts, as far as they are known. */
  readonly secondsSum: number;
  /** Last stop minus first start. */
  readonly secondsWall: number;
}

export interface UploadToStore {
  /** sha256 of the decompressed stream. */
  readonly contentHash: Uint8Array;
  readonly format: 'v1' | 'v2' | 'junit';
  /** Bytes of the decompressed stream. */
  readonly streamBytes: number;
  /** Bytes as they came, compressed or not. */
  readonly receivedBytes: number;
  readonly events: number;
  readonly noiseBytes: number;
  readonly damageCount: number;
  /** The first 100. */
  readonly damage: readonly Damage[];
}

/** One run as ingestion makes it and the store writes it: all of it or nothing. */
export interface RunToStore {
  readonly uuid: string;
  readonly runAtMicros: number;
  readonly receivedAtMicros: number;
  /** Where the logs of the run are. */
  readonly artifacts: string | null;
  readonly metadata: ReadonlyMap<string, string>;
  /** `''` = none, as for project, branch, queue and commit. */
  readonly job: string;
  readonly project: string;
  readonly branch: string;
  readonly queue: string;
  readonly commit: string;
  readonly totals: RunTotals;
  /** A test failed or never ended, or a worker exited non-zero. */
  readonly failed: boolean;
  /** Nothing cut, unfinished or damaged. */
  readonly complete: boolean;
  /** So many tests failed that the environment is to blame. */
  readonly infra: boolean;
  /** Made by the sample data generator. */
  readonly sample: boolean;
  readonly upload: UploadToStore;
  readonly tests: TestList;
  /** Read from the spool while they are written, so that they never lie in memory all at once. */
  readonly attachments: AsyncIterable<AttachmentToStore>;
  /** Files without a test, and the text between packets. */
  readonly runAttachments: AsyncIterable<RunAttachmentToStore>;
}
