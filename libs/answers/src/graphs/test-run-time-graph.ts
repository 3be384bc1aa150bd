import { DEFAULT_GRAPH_LIMIT } from '@testmetrics/api-contract';
import type { GraphBodyOf } from '@testmetrics/api-contract';
import type { Asker, Range } from '../asking/asker';
import { filterFields, testFields } from '../filters';
import { rangeFields } from '../paging/ask-page';
import { readWindow } from '../paging/read-window';
import { readNumber, readNumberOrNull, readText } from '../rows/read-row';
import { boxOf } from './box-of';
import { findTests } from './find-tests';
import type { FoundTest } from './find-tests';
import { refuseNoData } from './graph-request';
import type { GraphRequest } from './graph-request';

type Item = GraphBodyOf<'test_run_time'>['items'][number];

/** How long the newest 2,000 passes of each of several tests took. Without names: of the slowest tests. */
export async function testRunTimeGraph(asker: Asker, request: GraphRequest): Promise<GraphBodyOf<'test_run_time'>> {
  const { limit = DEFAULT_GRAPH_LIMIT.test_run_time, test = [] } = request;
  const range = readWindow(request, asker.nowMicros());
  const tests = test.length > 0 ? await findTests(asker, test, range) : await slowest(asker, request, range, limit);
  const items: Item[] = [];
  for (const one of tests.slice(0, test.length > 0 ? request.limit : limit)) {
    // One after the other: one graph never takes the connections of everybody.
    const rows = await asker.ask({ kind: 'testRunTimes', ...filterFields(request), testKeys: [one.id] }, range);
    const seconds = rows.map((row) => readNumberOrNull(row, 'Passed')).filter((value) => value !== null);
    const box = boxOf(seconds);
    if (box !== null) items.push({ ...one, passed: seconds.length, ...box });
  }
  if (items.length === 0) await refuseNoData(asker, request, range, 'a pass of one of the tests with a duration');
  return { graph: 'test_run_time', ...rangeFields(range), found: test.length > 0 ? tests.length : null, items };
}

async function slowest(
  asker: Asker,
  request: GraphRequest,
  range: Range,
  limit: number,
): Promise<readonly FoundTest[]> {
  const chosen = { ...filterFields(request), ...testFields(request) };
  const rows = await asker.ask({ kind: 'slowestTests', ...chosen, limit }, range);
  return rows.map((row) => ({ id: readNumber(row, 'test_key'), test: readText(row, 'Test') }));
}
