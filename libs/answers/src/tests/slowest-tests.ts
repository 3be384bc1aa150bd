import type { RankedTestsQuery, SlowTest, SlowTestsBody } from '@testmetrics/api-contract';
import type { Asker, Row } from '../asking/asker';
import { filterFields, testFields } from '../filters';
import type { WithMetadata } from '../filters';
import { askPage } from '../paging/ask-page';
import { readNumber, readText, readTextOrNull } from '../rows/read-row';

/** `GET /v1/tests/slowest`: tests by the mean duration of their passes. */
export function slowestTests(asker: Asker, query: WithMetadata<RankedTestsQuery>): Promise<SlowTestsBody> {
  const filters = { ...filterFields(query), ...testFields(query), minRuns: query.min_runs };
  return askPage(asker, { kind: 'slowestTests', ...filters }, query, toSlowTest);
}

function toSlowTest(row: Row): SlowTest {
  return {
    id: readNumber(row, 'test_key'),
    test: readText(row, 'Test'),
    mean_seconds: readNumber(row, 'Mean'),
    passes: readNumber(row, 'Passes'),
    total_seconds: readNumber(row, 'Total'),
    note: readTextOrNull(row, 'Note'),
  };
}
