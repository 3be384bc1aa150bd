import { ROLLING } from '@testmetrics/api-contract';
import type { GraphBodyOf } from '@testmetrics/api-contract';
import { formatMicros } from '@testmetrics/domain';
import type { Asker } from '../asking/asker';
import { filterFields } from '../filters';
import { rangeFields } from '../paging/ask-page';
import { readWindow } from '../paging/read-window';
import { addUpSteps } from './add-up-steps';
import { refuseNoData } from './graph-request';
import type { GraphRequest } from './graph-request';
import { rollingBands } from './rolling';
import { stepOf } from './time-steps';

/** How many tests ran a day, and the rolling mean and deviation of ten days, as soon as there are ten. */
export async function dailyCountGraph(asker: Asker, request: GraphRequest): Promise<GraphBodyOf<'dailycount'>> {
  const range = readWindow(request, asker.nowMicros());
  const rows = await asker.ask({ kind: 'testsOverTime', ...filterFields(request) }, range);
  if (rows.length === 0) await refuseNoData(asker, request, range, 'a run');
  const step = stepOf(range, 'day');
  const steps = addUpSteps(rows, ['Passed', 'Failed'], step, range);
  const counts = steps.map(({ sums }) => sums.Passed + sums.Failed);
  const bands = rollingBands(counts, ROLLING.dailycount);
  const unknown = { mean: null, deviation: null };
  const items = steps.map(({ startMs }, index) => ({
    at: formatMicros(startMs * 1000),
    tests: counts[index] ?? 0,
    ...(index < ROLLING.dailycount - 1 ? unknown : (bands[index] ?? unknown)),
  }));
  const tests = counts.reduce((sum, count) => sum + count, 0);
  return { graph: 'dailycount', ...rangeFields(range), step, tests, items };
}
