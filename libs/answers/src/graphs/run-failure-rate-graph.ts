import { DEFAULT_GRAPH_LIMIT } from '@testmetrics/api-contract';
import type { GraphBodyOf } from '@testmetrics/api-contract';
import type { Asker } from '../asking/asker';
import { rangeFields } from '../paging/ask-page';
import { readWindow } from '../paging/read-window';
import { keyOf } from './graph-request';
import type { GraphRequest } from './graph-request';
import { valuesOfKey } from './values-of-key';

/** Which share of the runs failed, by the values of a metadata key, the highest first. */
export async function runFailureRateGraph(
  asker: Asker,
  request: GraphRequest,
): Promise<GraphBodyOf<'run_failure_rate'>> {
  const { limit = DEFAULT_GRAPH_LIMIT.run_failure_rate } = request;
  const range = readWindow(request, asker.nowMicros());
  const key = keyOf('run_failure_rate', request);
  const values = await valuesOfKey(asker, key, request, range);
  const ranked = [...values].sort((a, b) => b.failure_rate - a.failure_rate || b.runs - a.runs);
  return {
    graph: 'run_failure_rate',
    ...rangeFields(range),
    key,
    values: values.length,
    runs: values.reduce((sum, { runs }) => sum + runs, 0),
    failed: values.reduce((sum, { failed }) => sum + failed, 0),
    items: ranked.slice(0, limit).map(({ value, runs, failed, failure_rate }) => ({
      ...{ value, runs, failed, failure_rate },
    })),
  };
}
