import type { FailingTest, FailingTestsBody, RankedTestsQuery } from '@testmetrics/api-contract';
import type { Asker, Row } from '../asking/asker';
import { filterFields } from '../filters';
import { askPage } from '../paging/ask-page';
import { readNumber, readText, readTextOrNull, readTimeOrNull } from '../rows/read-row';

/** `GET /v1/tests/failing`: tests by how surely they fail. */
export function failingTests(asker: Asker, query: RankedTestsQuery): Promise<FailingTestsBody> {
  const question = { kind: 'failingTests', ...filterFields(query), minRuns: query.min_runs } as const;
  return askPage(asker, question, query, toFailingTest);
}

function toFailingTest(row: Row): FailingTest {
  return {
    id: readNumber(row, 'test_key'),
    test: readText(row, 'Test'),
    job: readText(row, 'Job'),
    failed: readNumber(row, 'Failed'),
    runs: readNumber(row, 'Runs'),
    failure_rate: readNumber(row, 'Failure rate'),
    failure_rate_at_least: readNumber(row, 'At least'),
    last_failed: readTimeOrNull(row, 'Last failed'),
    note: readTextOrNull(row, 'Note'),
  };
}
