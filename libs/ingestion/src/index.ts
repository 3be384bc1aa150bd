export { ingestRun } from './ingest-run';
export type { IngestDependencies, IngestFigures, IngestResult, RunWriter } from './ingest-run';
export { DEFAULT_INGEST_LIMITS } from './limits';
export type { IngestLimits } from './limits';
export type { RunDescription } from './make-run';
export { removeStaleSpools } from './spool/spool-file';
export type { SpoolPlace } from './stream-assembly';
export { UploadError } from './upload-error';
export type { UploadErrorCode } from './upload-error';
