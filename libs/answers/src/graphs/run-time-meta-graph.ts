import { DEFAULT_GRAPH_LIMIT } from '@testmetrics/api-contract';
import type { GraphBodyOf } from '@testmetrics/api-contract';
import type { Asker, Range } from '../asking/asker';
import { filterFields } from '../filters';
import { rangeFields } from '../paging/ask-page';
import { readWindow } from '../paging/read-window';
import { readNumberOrNull } from '../rows/read-row';
import { boxOf } from './box-of';
import { keyOf, refuseNoData } from './graph-request';
import type { GraphRequest } from './graph-request';
import { valuesOfKey } from './values-of-key';

type Item = GraphBodyOf<'run_time_meta'>['items'][number];

/** The newest runs of each value that its box is made of. */
const MOST_RUNS = 1000;

/** How long the runs that passed took on the clock, by the values of a metadata key: those with most runs. */
export async function runTimeMetaGraph(asker: Asker, request: GraphRequest): Promise<GraphBodyOf<'run_time_meta'>> {
  const { limit = DEFAULT_GRAPH_LIMIT.run_time_meta } = request;
  const range = readWindow(request, asker.nowMicros());
  const key = keyOf('run_time_meta', request);
  const values = await valuesOfKey(asker, key, request, range);
  const named = values.flatMap(({ value, runs }) => (value === null ? [] : [{ value, runs }]));
  const items: Item[] = [];
  for (const { value } of named.sort((a, b) => b.runs - a.runs).slice(0, limit)) {
    // One after the other: one graph never takes the connections of everybody.
    const seconds = await secondsOf(asker, { key, value }, request, range);
    const box = boxOf(seconds);
    if (box !== null) items.push({ value, runs: seconds.length, ...box });
  }
  if (items.length === 0) await refuseNoData(asker, request, range, `a run that passed, with a ${key} and times`);
  return { graph: 'run_time_meta', ...rangeFields(range), key, values: named.length, items };
}

async function secondsOf(
  asker: Asker,
  pair: { readonly key: string; readonly value: string },
  request: GraphRequest,
  range: Range,
): Promise<readonly number[]> {
  const filter = filterFields({ ...request, metadata: [...(request.metadata ?? []), pair] });
  const rows = await asker.ask({ kind: 'runList', measure: 'passed', ...filter, limit: MOST_RUNS }, range);
  return rows.map((row) => readNumberOrNull(row, 'Run time') ?? 0).filter((seconds) => seconds > 0);
}
