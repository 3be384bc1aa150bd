/** What came over the wire. */
export interface UploadForRollup {
  readonly damaged: boolean;
  readonly receivedBytes: number;
  readonly streamBytes: number;
  readonly events: number;
}

/** A run as the rollup sees it. */
export interface RunForRollup {
  readonly runId: number;
  readonly seriesId: number;
  readonly jobId: number;
  readonly projectId: number;
  readonly branchId: number;
  /** `2026-11-24`, UTC. */
  readonly day: string;
  readonly runAtMicros: number;
  readonly success: number;
  readonly fail: number;
  readonly skip: number;
  readonly xfail: number;
  readonly uxsuccess: number;
  readonly unfinished: number;
  readonly flaky: number;
  readonly tests: number;
  readonly runSeconds: number;
  readonly wallSeconds: number;
  readonly failed: boolean;
  readonly complete: boolean;
  readonly infra: boolean;
  /** `null` where the reference's tools stored the run. */
  readonly upload: UploadForRollup | null;
  /** Rolled up before; what is the run's own is there already. */
  readonly again: boolean;
  /** The sums of its day have it already, and cannot be made again: raw rows of that day are gone. */
  readonly isInDays?: boolean;
  /** Likewise the histories of its job on its branch. */
  readonly isInStates?: boolean;
}

/** How a test run counts. Whatever is no final status never ended. */
export const OUTCOMES = ['success', 'fail', 'skip', 'xfail', 'uxsuccess', 'unfinished'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A test run as the rollup sees it. */
export interface TestRunForRollup {
  readonly testKey: number;
  readonly outcome: Outcome;
  readonly flaky: boolean;
  /** Of the final attempt; `null` = not known. */
  readonly seconds: number | null;
  /** Attributes, tags and route code of the final attempt; `null` = none. */
  readonly labelSetId: number | null;
}

/** Sums by outcome, as the rollup tables have them. */
export interface OutcomeCounts {
  success: number;
  fail: number;
  skip: number;
  xfail: number;
  uxsuccess: number;
  unfinished: number;
  flaky: number;
}

export function noOutcomes(): OutcomeCounts {
  return { success: 0, fail: 0, skip: 0, xfail: 0, uxsuccess: 0, unfinished: 0, flaky: 0 };
}

export function hasPassed(outcome: Outcome): boolean {
  return outcome === 'success' || outcome === 'xfail';
}
