import { DEFAULT_GRAPH_LIMIT } from '@testmetrics/api-contract';
import type { GraphBodyOf } from '@testmetrics/api-contract';
import type { Asker } from '../asking/asker';
import { rangeFields } from '../paging/ask-page';
import { readWindow } from '../paging/read-window';
import { refuseNoData } from './graph-request';
import type { GraphRequest } from './graph-request';
import { valuesOfKey } from './values-of-key';

/** The job, as subunit2sql-graph groups where nothing is said. */
const DEFAULT_KEY = 'build_name';

/** How much time runs took together, by the values of a metadata key, the most first; failed runs cost time as well. */
export async function ciTimeGraph(asker: Asker, request: GraphRequest): Promise<GraphBodyOf<'ci_time'>> {
  const { limit = DEFAULT_GRAPH_LIMIT.ci_time, key = DEFAULT_KEY } = request;
  const range = readWindow(request, asker.nowMicros());
  const values = (await valuesOfKey(asker, key, request, range)).filter(({ seconds }) => seconds > 0);
  if (values.length === 0) await refuseNoData(asker, request, range, 'a run with times');
  const ranked = [...values].sort((a, b) => b.seconds - a.seconds);
  return {
    graph: 'ci_time',
    ...rangeFields(range),
    key,
    values: values.length,
    runs: values.reduce((sum, { runs }) => sum + runs, 0),
    seconds: values.reduce((sum, { seconds }) => sum + seconds, 0),
    items: ranked.slice(0, limit).map(({ value, runs, seconds }) => ({ value, runs, seconds })),
  };
}
