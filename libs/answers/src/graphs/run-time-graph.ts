import { ROLLING } from '@testmetrics/api-contract';
import type { GraphBodyOf } from '@testmetrics/api-contract';
import { formatMicros } from '@testmetrics/domain';
import type { Asker } from '../asking/asker';
import { filterFields } from '../filters';
import { rangeFields } from '../paging/ask-page';
import { readWindow } from '../paging/read-window';
import { readNumber, readNumberOrNull, readText } from '../rows/read-row';
import { findTest } from '../tests/find-test';
import { oneTestOf, refuseNoData } from './graph-request';
import type { GraphRequest } from './graph-request';
import { rollingBands } from './rolling';

/** As many runs as the question gives. */
const MOST_RUNS = 2000;

/** How long each run of a test took, and the rolling mean and deviation of its passes. */
export async function runTimeGraph(asker: Asker, request: GraphRequest): Promise<GraphBodyOf<'run_time'>> {
  const range = readWindow(request, asker.nowMicros());
  const summary = await findTest(asker, oneTestOf('run_time', request), range);
  const id = readNumber(summary, 'test_key');
  const rows = await asker.ask({ kind: 'testRunTimes', ...filterFields(request), testKeys: [id] }, range);
  if (rows.length === 0) await refuseNoData(asker, request, range, 'a run of this test with a duration');
  const passes = rows.map((row) => readNumberOrNull(row, 'Passed'));
  const bands = rollingBands(passes, ROLLING.run_time);
  const items = rows.map((row, index) => ({
    at: formatMicros(readNumber(row, 'time') * 1_000_000),
    failed: passes[index] === null,
    seconds: passes[index] ?? readNumber(row, 'Failed'),
    mean: readNumberOrNull(row, 'Rolling mean'),
    deviation: bands[index]?.deviation ?? null,
  }));
  const failed = items.filter((item) => item.failed).length;
  return {
    graph: 'run_time',
    ...rangeFields(range),
    id,
    test: readText(summary, 'Test'),
    passed: items.length - failed,
    failed,
    has_more: rows.length >= MOST_RUNS,
    items,
  };
}
