import type { JobTestsQuery, ListTestsQuery, TestItem, TestListBody } from '@testmetrics/api-contract';
import type { Asker, Row } from '../asking/asker';
import { filterFields, testFields } from '../filters';
import type { WithMetadata } from '../filters';
import { askPageRows, rangeFields } from '../paging/ask-page';
import { readNumber, readNumberOrNull, readText, readTextOrNull } from '../rows/read-row';

/** `GET /v1/tests`: tests by name; with a job or branch chosen those that it ever ran. */
export async function listTests(asker: Asker, query: WithMetadata<ListTestsQuery>): Promise<TestListBody> {
  const filters = { ...filterFields(query), ...testFields(query) };
  const { range, rows, next } = await askPageRows(asker, { kind: 'testsByPrefix', ...filters }, query);
  const [first] = rows;
  const found = first === undefined ? 0 : readNumber(first, 'Tests found');
  return { ...rangeFields(range), found, items: rows.map(toTestItem), next };
}

/** `GET /v1/jobs/{job}/tests`. */
export function listJobTests(asker: Asker, job: string, query: WithMetadata<JobTestsQuery>): Promise<TestListBody> {
  return listTests(asker, { ...query, job: [job] });
}

function toTestItem(row: Row): TestItem {
  const [passed, failed] = [readNumber(row, 'Passed'), readNumber(row, 'Failed')];
  return {
    id: readNumber(row, 'test_key'),
    test: readText(row, 'Test'),
    runs: passed + failed,
    passed,
    failed,
    skipped: readNumber(row, 'Skipped'),
    flaky: readNumber(row, 'Flaky'),
    failure_rate: readNumberOrNull(row, 'Failure rate'),
    mean_seconds: readNumberOrNull(row, 'Mean duration'),
    note: readTextOrNull(row, 'Note'),
  };
}
