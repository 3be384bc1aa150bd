import { DEFAULT_GRAPH_LIMIT } from '@testmetrics/api-contract';
import type { GraphBodyOf } from '@testmetrics/api-contract';
import type { Asker, Range, Row } from '../asking/asker';
import { filterFields, testFields } from '../filters';
import { rangeFields } from '../paging/ask-page';
import { readWindow } from '../paging/read-window';
import { readNumber, readText } from '../rows/read-row';
import { findTests } from './find-tests';
import { refuseNoData } from './graph-request';
import type { GraphRequest } from './graph-request';

type Item = GraphBodyOf<'agg_count'>['items'][number];

interface Counted {
  readonly found: number;
  readonly items: readonly Item[];
}

/** How often each of several tests passed, failed and was skipped. Without names those that fail most surely come first. */
export async function aggCountGraph(asker: Asker, request: GraphRequest): Promise<GraphBodyOf<'agg_count'>> {
  const range = readWindow(request, asker.nowMicros());
  const { test = [] } = request;
  const { found, items } =
    test.length > 0 ? await named(asker, request, range) : await mostFailing(asker, request, range);
  if (items.length === 0) await refuseNoData(asker, request, range, 'a run of one of the tests');
  return { graph: 'agg_count', ...rangeFields(range), found, items: [...items] };
}

async function named(asker: Asker, request: GraphRequest, range: Range): Promise<Counted> {
  const tests = await findTests(asker, request.test ?? [], range);
  const counted = await count(asker, request, range, { testKeys: tests.map(({ id }) => id), limit: tests.length });
  const byId = new Map(counted.items.map((item) => [item.id, item]));
  const shown = tests.slice(0, request.limit);
  const nothing = { passed: 0, failed: 0, skipped: 0 };
  const items = shown.map((test) => byId.get(test.id) ?? { ...test, ...nothing });
  return { found: tests.length, items: items.some(hasRun) ? items : [] };
}

async function mostFailing(asker: Asker, request: GraphRequest, range: Range): Promise<Counted> {
  const { limit = DEFAULT_GRAPH_LIMIT.agg_count } = request;
  const chosen = { ...filterFields(request), ...testFields(request) };
  const failing = await asker.ask({ kind: 'failingTests', ...chosen, limit }, range);
  const keys = [...new Set(failing.map((row) => readNumber(row, 'test_key')))];
  const byName = await count(asker, request, range, { ...testFields(request), limit });
  const first = keys.length === 0 ? [] : (await count(asker, request, range, { testKeys: keys, limit })).items;
  const ranked = [...first].sort((a, b) => keys.indexOf(a.id) - keys.indexOf(b.id));
  const others = byName.items.filter((item) => !keys.includes(item.id));
  return { found: byName.found, items: [...ranked, ...others].filter(hasRun).slice(0, limit) };
}

async function count(asker: Asker, request: GraphRequest, range: Range, tests: object): Promise<Counted> {
  const rows = await asker.ask({ kind: 'testsByPrefix', ...filterFields(request), ...tests }, range);
  const [first] = rows;
  return { found: first === undefined ? 0 : readNumber(first, 'Tests found'), items: rows.map(toItem) };
}

function toItem(row: Row): Item {
  return {
    id: readNumber(row, 'test_key'),
    test: readText(row, 'Test'),
    passed: readNumber(row, 'Passed'),
    failed: readNumber(row, 'Failed'),
    skipped: readNumber(row, 'Skipped'),
  };
}

function hasRun({ passed, failed, skipped }: Item): boolean {
  return passed + failed + skipped > 0;
}
