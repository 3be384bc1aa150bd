import { addToHistogram, type Histogram } from './histogram';
import { noOutcomes, OUTCOMES, type OutcomeCounts, type RunForRollup, type UploadForRollup } from './rollup-input';

/** What is to be added to a row of tm_job_days and its histogram of wall times. */
export interface JobDayDelta extends OutcomeCounts {
  runs: number;
  failedRuns: number;
  infraRuns: number;
  incompleteRuns: number;
  emptyRuns: number;
  runSeconds: number;
  wallSeconds: number;
  /** Runs whose time on the clock is known. */
  timedRuns: number;
  uploads: number;
  damagedUploads: number;
  receivedBytes: number;
  streamBytes: number;
  events: number;
  readonly durations: Histogram;
}

export function noJobDay(): JobDayDelta {
  const runs = { runs: 0, failedRuns: 0, infraRuns: 0, incompleteRuns: 0, emptyRuns: 0 };
  const uploads = { uploads: 0, damagedUploads: 0, receivedBytes: 0, streamBytes: 0, events: 0 };
  const times = { runSeconds: 0, wallSeconds: 0, timedRuns: 0, durations: new Map() };
  return { ...noOutcomes(), ...runs, ...uploads, ...times };
}

export function addToJobDay(delta: JobDayDelta, run: RunForRollup): void {
  delta.runs += 1;
  if (run.failed) delta.failedRuns += 1;
  if (run.infra) delta.infraRuns += 1;
  if (!run.complete) delta.incompleteRuns += 1;
  if (run.tests === 0) delta.emptyRuns += 1;
  for (const outcome of OUTCOMES) delta[outcome] += run[outcome];
  delta.flaky += run.flaky;
  delta.runSeconds += run.runSeconds;
  delta.wallSeconds += run.wallSeconds;
  if (run.upload !== null) addUpload(delta, run.upload);
  // Without times there is no wall time; zero stands for that.
  if (run.wallSeconds <= 0) return;
  delta.timedRuns += 1;
  addToHistogram(delta.durations, run.wallSeconds);
}

function addUpload(delta: JobDayDelta, { damaged, receivedBytes, streamBytes, events }: UploadForRollup): void {
  delta.uploads += 1;
  if (damaged) delta.damagedUploads += 1;
  delta.receivedBytes += receivedBytes;
  delta.streamBytes += streamBytes;
  delta.events += events;
}
