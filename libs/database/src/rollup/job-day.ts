import { addToHistogram, type Histogram } from './histogram';
import { noOutcomes, OUTCOMES, type OutcomeCounts, type RunForRollup } from './rollup-input';

/** What is to be added to a row of tm_job_days and its histogram of wall times. */
export interface JobDayDelta extends OutcomeCounts {
  runs: number;
  failedRuns: number;
  infraRuns: number;
  incompleteRuns: number;
  emptyRuns: number;
  runSeconds: number;
  wallSeconds: number;
  readonly durations: Histogram;
}

export function noJobDay(): JobDayDelta {
  const runs = { runs: 0, failedRuns: 0, infraRuns: 0, incompleteRuns: 0, emptyRuns: 0 };
  return { ...noOutcomes(), ...runs, runSeconds: 0, wallSeconds: 0, durations: new Map() };
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
  // Without times there is no wall time; zero stands for that.
  if (run.wallSeconds > 0) addToHistogram(delta.durations, run.wallSeconds);
}
