import type { FlakyTest, FlakyTestsBody, RankedTestsQuery } from '@testmetrics/api-contract';
import type { Asker, Row } from '../asking/asker';
import { filterFields, testFields } from '../filters';
import type { WithMetadata } from '../filters';
import { askPage } from '../paging/ask-page';
import { readNumber, readText, readTextOrNull, readTimeOrNull } from '../rows/read-row';

/** `GET /v1/tests/flaky`: tests that failed and passed within one run. */
export function flakyTests(asker: Asker, query: WithMetadata<RankedTestsQuery>): Promise<FlakyTestsBody> {
  const filters = { ...filterFields(query), ...testFields(query), minRuns: query.min_runs };
  return askPage(asker, { kind: 'flakyTests', ...filters }, query, toFlakyTest);
}

function toFlakyTest(row: Row): FlakyTest {
  return {
    id: readNumber(row, 'test_key'),
    test: readText(row, 'Test'),
    job: readText(row, 'Job'),
    flaky: readNumber(row, 'Flaky'),
    runs: readNumber(row, 'Runs'),
    flake_rate: readNumber(row, 'Flake rate'),
    flake_rate_at_least: readNumber(row, 'At least'),
    last_flaky: readTimeOrNull(row, 'Last flaky'),
    note: readTextOrNull(row, 'Note'),
  };
}
