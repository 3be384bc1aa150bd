import type { LastFailure, TestBody, TestJob, TestQuery } from '@testmetrics/api-contract';
import type { Asker, Row } from '../asking/asker';
import { filterFields } from '../filters';
import type { WithMetadata } from '../filters';
import { rangeFields } from '../paging/ask-page';
import { readWindow } from '../paging/read-window';
import { readName, readNameWithoutKey } from '../rows/none';
import { readNumber, readNumberOrNull, readText, readTextOrNull, readTime, readTimeOrNull } from '../rows/read-row';
import { findTest } from './find-test';

/** `GET /v1/tests/{id}`: what a test did in the range and ever, its last failure, its jobs. */
export async function oneTest(asker: Asker, test: string, query: WithMetadata<TestQuery>): Promise<TestBody> {
  const range = readWindow(query, asker.nowMicros());
  const summary = await findTest(asker, test, range);
  const id = readNumber(summary, 'test_key');
  const about = { ...filterFields(query), testKeys: [id] };
  const [jobs, [totals], [mean], [failure]] = await Promise.all([
    asker.ask({ kind: 'testByJob', ...about }, range),
    asker.ask({ kind: 'testOutcomeTotals', ...about }, range),
    asker.ask({ kind: 'testStat', measure: 'mean_duration', ...about }, range),
    asker.ask({ kind: 'testFailures', ...about, limit: 1 }, range),
  ]);
  return {
    id,
    test: readText(summary, 'Test'),
    ...rangeFields(range),
    ...countsOf(totals),
    mean_seconds: mean === undefined ? null : readNumberOrNull(mean, 'value'),
    ever: {
      runs: readNumber(summary, 'Runs'),
      passed: readNumber(summary, 'Passed'),
      failed: readNumber(summary, 'Failed'),
      jobs: readNumber(summary, 'Jobs'),
      mean_seconds: readNumberOrNull(summary, 'Mean duration'),
      first_seen: readTimeOrNull(summary, 'First seen'),
      last_seen: readTimeOrNull(summary, 'Last seen'),
      last_passed: readTimeOrNull(summary, 'Last passed'),
      last_failed: readTimeOrNull(summary, 'Last failed'),
    },
    last_failure: failure === undefined ? null : toLastFailure(failure),
    jobs: jobs.map(toTestJob),
  };
}

/** No row: it did not run in the range. */
function countsOf(row: Row | undefined) {
  const count = (column: string) => (row === undefined ? 0 : readNumber(row, column));
  const [passed, failed] = [count('Passed'), count('Failed')];
  const runs = passed + failed;
  return {
    runs,
    passed,
    failed,
    skipped: count('Skipped'),
    flaky: count('Flaky'),
    failure_rate: runs === 0 ? null : failed / runs,
  };
}

function toLastFailure(row: Row): LastFailure {
  return {
    at: readTime(row, 'time'),
    run: readText(row, 'run_key'),
    job: readName(row, 'Job', 'job_key'),
    branch: readNameWithoutKey(row, 'Branch'),
    outcome: readText(row, 'Outcome'),
    message: readTextOrNull(row, 'Message'),
    traceback: readTextOrNull(row, 'Traceback'),
    artifacts: readTextOrNull(row, 'Logs'),
  };
}

function toTestJob(row: Row): TestJob {
  return {
    job: readName(row, 'Job', 'job_key'),
    branch: readNameWithoutKey(row, 'Branch'),
    runs: readNumber(row, 'Runs'),
    failed: readNumber(row, 'Failed'),
    failure_rate: readNumberOrNull(row, 'Failure rate'),
    flaky: readNumber(row, 'Flaky'),
    mean_seconds: readNumberOrNull(row, 'Mean duration'),
    fails_in_a_row: readNumberOrNull(row, 'Fails in a row'),
    last_runs: readTextOrNull(row, 'Last runs'),
    last_seen: readTimeOrNull(row, 'Last seen'),
    note: readTextOrNull(row, 'Note'),
  };
}
