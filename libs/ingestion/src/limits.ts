const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;

/** What one upload may cost. Beyond the first three, content is cut with a mark; beyond the others the upload is refused. */
export interface IngestLimits {
  /** Attachment bytes kept a test and attempt. */
  readonly attachmentBytesPerTest: number;
  /** Attachment bytes kept a run, files of the run itself and text between packets included. */
  readonly attachmentBytesPerRun: number;
  /** Bytes kept of each file that belongs to no test, and of the text between packets. */
  readonly runFileBytes: number;
  /** Bytes as they come over the wire. */
  readonly receivedBytes: number;
  /** Bytes after decompression. */
  readonly expandedBytes: number;
  /** Bytes at the beginning within which the first packet has to come. */
  readonly leadingNoiseBytes: number;
  /** Attempts of tests, each of which becomes a row. */
  readonly tests: number;
  /** Characters of test ids, tags and file names. */
  readonly textCharacters: number;
}

export const DEFAULT_INGEST_LIMITS: IngestLimits = {
  attachmentBytesPerTest: MIB,
  attachmentBytesPerRun: 64 * MIB,
  runFileBytes: 4 * MIB,
  receivedBytes: 2 * GIB,
  expandedBytes: 4 * GIB,
  leadingNoiseBytes: 64 * MIB,
  tests: 250_000,
  textCharacters: 64 * MIB,
};
