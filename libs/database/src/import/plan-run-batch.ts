/** A run of the source and the test runs it has. */
export interface RunSize {
  readonly runId: number;
  readonly testRuns: number;
}

export interface BatchSize {
  readonly maxRuns: number;
  readonly maxTestRuns: number;
}

/** How many of the runs are taken over in one transaction: as many as the sizes allow, and at least one. */
export function planRunBatch(runs: readonly RunSize[], { maxRuns, maxTestRuns }: BatchSize): readonly RunSize[] {
  let testRuns = 0;
  const end = runs.findIndex((run, index) => {
    testRuns += run.testRuns;
    return index > 0 && (index >= maxRuns || testRuns > maxTestRuns);
  });
  return end === -1 ? runs : runs.slice(0, end);
}
