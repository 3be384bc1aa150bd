import type { NeverFailingQuery, NeverFailingTest, NeverFailingTestsBody } from '@testmetrics/api-contract';
import { definitionOf } from '@testmetrics/questions';
import type { Asker, Row } from '../asking/asker';
import { filterFields, testFields } from '../filters';
import type { WithMetadata } from '../filters';
import { askPageRows, rangeFields } from '../paging/ask-page';
import { readNumber, readNumberOrNull, readText } from '../rows/read-row';
import { highestRate } from './highest-rate';

/** `GET /v1/tests/never-failing`: tests without a failure in the range, those that cost most time first. */
export async function neverFailingTests(
  asker: Asker,
  query: WithMetadata<NeverFailingQuery>,
): Promise<NeverFailingTestsBody> {
  const minRuns = query.min_runs ?? definitionOf('neverFailingTests').defaultMinRuns ?? 0;
  const filters = { ...filterFields(query), ...testFields(query), minRuns };
  const { range, rows, next } = await askPageRows(asker, { kind: 'neverFailingTests', ...filters }, query);
  return { ...rangeFields(range), min_runs: minRuns, items: rows.map(toNeverFailingTest), next };
}

function toNeverFailingTest(row: Row): NeverFailingTest {
  const runs = readNumber(row, 'Passes');
  const failed = readNumber(row, 'Failed');
  return {
    id: readNumber(row, 'test_key'),
    test: readText(row, 'Test'),
    runs,
    failed,
    failure_rate_at_most: highestRate(failed, runs + failed),
    mean_seconds: readNumberOrNull(row, 'Mean'),
    total_seconds: readNumber(row, 'Total'),
  };
}
