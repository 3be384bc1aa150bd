import { ATTEMPT_STATUS_NAMES } from '@testmetrics/api-contract';
import type { ListQuery, TestHistoryBody, TestHistoryItem } from '@testmetrics/api-contract';
import type { Asker, Row } from '../asking/asker';
import { filterFields } from '../filters';
import type { WithMetadata } from '../filters';
import { askPageRows, rangeFields } from '../paging/ask-page';
import { readWindow } from '../paging/read-window';
import { readName, readNameWithoutKey } from '../rows/none';
import { readNumber, readNumberOrNull, readText, readTextOrNull, readTime } from '../rows/read-row';
import { findTest } from './find-test';

/** `GET /v1/tests/{id}/history`: each run of a test, the newest first. */
export async function testHistory(
  asker: Asker,
  test: string,
  query: WithMetadata<ListQuery>,
): Promise<TestHistoryBody> {
  const summary = await findTest(asker, test, readWindow(query, asker.nowMicros()));
  const id = readNumber(summary, 'test_key');
  const question = { kind: 'testRuns', ...filterFields(query), testKeys: [id] } as const;
  const { range, rows, next } = await askPageRows(asker, question, query);
  return { ...rangeFields(range), id, test: readText(summary, 'Test'), items: rows.map(toHistoryItem), next };
}

function toHistoryItem(row: Row): TestHistoryItem {
  return {
    at: readTime(row, 'time'),
    run: readText(row, 'run_key'),
    job: readName(row, 'Job', 'job_key'),
    branch: readNameWithoutKey(row, 'Branch'),
    status: statusOf(readText(row, 'Status')),
    flaky: readText(row, 'Outcome') === 'flaky',
    seconds: readNumberOrNull(row, 'Duration'),
    attempts: readNumber(row, 'Attempts'),
    message: readTextOrNull(row, 'Message'),
  };
}

/** The reference's tools may have written others. */
function statusOf(text: string): TestHistoryItem['status'] {
  return ATTEMPT_STATUS_NAMES.find((status) => status === text) ?? 'unknown';
}
