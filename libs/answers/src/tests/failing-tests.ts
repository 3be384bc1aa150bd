import type { FailingTest, FailingTestsBody, RankedTestsQuery } from '@testmetrics/api-contract';
import type { Asker, Row } from '../asking/asker';
import { filterFields, testFields } from '../filters';
import type { WithMetadata } from '../filters';
import { askPage } from '../paging/ask-page';
import { readNumber, readText, readTextOrNull, readTimeOrNull } from '../rows/read-row';

/** `GET /v1/tests/failing`: tests by how surely they fail. */
export function failingTests(asker: Asker, query: WithMetadata<RankedTestsQuery>): Promise<FailingTestsBody> {
  const filters = { ...filterFields(query), ...testFields(query), minRuns: query.min_runs };
  return askPage(asker, { kind: 'failingTests', ...filters }, query, toFailingTest);
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
