import type { Status } from '@testmetrics/subunit';

/** A file of an attempt, as far as it has arrived. */
export interface Detail {
  readonly fileName: string;
  /** Of the file's first packet. */
  readonly mimeType: string | null;
  size: number;
  chunks: number;
  /** Belongs to the sink: whatever it needs to find the file again. -1 at first. */
  handle: number;
}

/** One record of a test: from its first packet to the one that ends it. */
export interface AttemptRecord {
  readonly testId: string;
  readonly routeCode: string | null;
  /** Position in the order of appearance. */
  readonly sequence: number;
  /** `unknown` until a packet carries a status. */
  status: Status | 'unknown';
  /** Of the first packet, where that had a time. */
  readonly startMicros: number | null;
  /** Of the last packet; `null` where that had no time or the attempt never ended. */
  stopMicros: number | null;
  /** The last time that any packet of the record carried. */
  lastSeenMicros: number | null;
  /** Of the last packet that carried tags. */
  tags: readonly string[];
  /** In order of appearance; empty files do not appear. */
  details: ReadonlyMap<string, Detail>;
  /** Bytes left out because the attempt had too many files. */
  droppedBytes: number;
  /** Belongs to the sink, as a detail's handle. */
  handle: number;
}

export interface AttemptSink {
  /** A record ended, or the stream did. The record is not touched afterwards. */
  record(record: AttemptRecord): void;
  /** A piece of a file. The bytes are a view: copy to keep. */
  content?(record: AttemptRecord, detail: Detail, bytes: Uint8Array): void;
}
