import type { Session } from '../connection/session';
import { BulkInsert } from '../sql/bulk-insert';
import type { ResolvedTestRun } from './run-rows';
import * as rows from './run-rows';
import type { TestRunIds } from './test-run-ids';

export interface TestRunTarget {
  readonly run: rows.FailureRowRun;
  readonly statementBytes: number;
  /** Learns the numbers that the test runs get. */
  readonly ids: TestRunIds;
}

/** Writes the test runs of a run, and what else is said of a few of them, in one pass: a large run makes its tests anew in every pass. */
export async function writeTestRuns(
  session: Session,
  testRuns: Iterable<ResolvedTestRun>,
  { run, statementBytes, ids }: TestRunTarget,
): Promise<void> {
  const into = (columns: string): BulkInsert => new BulkInsert(session, { into: columns, statementBytes });
  const onInserted = (count: number, firstId: number): void => ids.count(count, firstId);
  const tests = new BulkInsert(session, { into: rows.TEST_RUN_COLUMNS, statementBytes, onInserted });
  const attempts = into(rows.ATTEMPT_COLUMNS);
  const failures = into(rows.FAILURE_COLUMNS);
  for (const testRun of testRuns) {
    if (tests.add(rows.testRunRow(run.runId, testRun))) await tests.flush();
    for (const row of rows.attemptRows(run.runId, testRun)) if (attempts.add(row)) await attempts.flush();
    const failure = rows.failureRow(run, testRun);
    if (failure !== null && failures.add(failure)) await failures.flush();
  }
  await Promise.all([tests.end(), attempts.end(), failures.end()]);
}
