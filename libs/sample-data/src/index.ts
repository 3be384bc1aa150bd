export { generateHistory, uploadQuery, type GeneratedRun, type HistoryOptions } from './generate-runs';
export { loadRecordings, recordingNames, type ReadRecording, type Recordings } from './recordings';
export type { RecordedTest } from './recorded-suite';
export { SAMPLE_JOBS, type Queue, type SampleJob, type SuiteName } from './sample-jobs';
