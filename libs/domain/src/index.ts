export { AttemptAssembler } from './attempt-assembler';
export type { AttemptAssemblerOptions } from './attempt-assembler';
export { AttemptCollector } from './attempt-collector';
export type { Collected } from './attempt-collector';
export type { AttemptRecord, AttemptSink, Detail } from './attempt-record';
export { MAX_ATTEMPTS, attemptNumbers, buildTests } from './build-tests';
export { float64Column, int32Column, uint32Column, uint8Column } from './columns';
export { DURATION_BUCKETS, bucketLowerSeconds, durationBucket, durationSeconds } from './duration';
export { MAX_FAILURE_LINE, failureFileRank, failureLine } from './failure-line';
export { normalizeMimeType } from './mime-type';
export { nearNames } from './near-names';
export { toOutcomeRecord } from './outcome-record';
export type { OutcomeRecord } from './outcome-record';
export { normalizeRunId, runIdentityText, uuidOfHash } from './run-id';
export {
  DEFAULT_METADATA_KEYS,
  MAX_METADATA_KEY_CHARACTERS,
  MAX_METADATA_VALUE_BYTES,
  dimensionsOf,
  readRunMetadata,
} from './run-metadata';
export type { MetadataKeys, MetadataProblem, MetadataProblemCode, RunMetadata } from './run-metadata';
export { FINAL_STATUSES } from './run-to-store';
export type {
  AttachmentToStore,
  AttemptStatus,
  AttemptToStore,
  FinalStatus,
  LabelSet,
  RunAttachmentToStore,
  RunToStore,
  RunTotals,
  TestList,
  TestToStore,
  UploadToStore,
} from './run-to-store';
export { isFailedRun, isFlaky, isInfraRun, totalsOf } from './run-totals';
export { ATTEMPT_STATUSES, isFailing, isFinal, isPassing } from './status';
export { splitAttributes } from './test-name';
export { TextExcerpt } from './text-excerpt';
export { formatMicros, parseInstant } from './time';
