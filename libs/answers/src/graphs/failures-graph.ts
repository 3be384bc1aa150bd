import type { GraphBodyOf } from '@testmetrics/api-contract';
import { formatMicros } from '@testmetrics/domain';
import type { Asker } from '../asking/asker';
import { filterFields } from '../filters';
import { rangeFields } from '../paging/ask-page';
import { readWindow } from '../paging/read-window';
import { readNumber, readText } from '../rows/read-row';
import { findTest } from '../tests/find-test';
import { addUpSteps } from './add-up-steps';
import { oneTestOf, refuseNoData } from './graph-request';
import type { GraphRequest } from './graph-request';
import { stepOf } from './time-steps';

/** How often a test failed, passed and was skipped, a day. */
export async function failuresGraph(asker: Asker, request: GraphRequest): Promise<GraphBodyOf<'failures'>> {
  const range = readWindow(request, asker.nowMicros());
  const summary = await findTest(asker, oneTestOf('failures', request), range);
  const id = readNumber(summary, 'test_key');
  const question = { kind: 'testOutcomesOverTime', ...filterFields(request), testKeys: [id] } as const;
  const rows = await asker.ask(question, range);
  if (rows.length === 0) await refuseNoData(asker, request, range, 'a run of this test');
  const step = stepOf(range, 'hour');
  const steps = addUpSteps(rows, ['Passed', 'Failed', 'Skipped'], step, range);
  const items = steps.map(({ startMs, sums }) => ({
    at: formatMicros(startMs * 1000),
    passed: sums.Passed,
    failed: sums.Failed,
    skipped: sums.Skipped,
  }));
  const total = (of: 'passed' | 'failed' | 'skipped') => items.reduce((sum, item) => sum + item[of], 0);
  return {
    graph: 'failures',
    ...rangeFields(range),
    id,
    test: readText(summary, 'Test'),
    step,
    passed: total('passed'),
    failed: total('failed'),
    skipped: total('skipped'),
    items,
  };
}
