import { GRAPH_NAMES, graphSchema } from '@testmetrics/api-contract';
import type { GraphBody, GraphBodyOf, GraphName } from '@testmetrics/api-contract';
import type { Range } from '../asking/asker';
import { DAY, END, HISTORY, openHistoryAsker, RANGES } from '../testing';
import type { HistoryAsker } from '../testing';
import { boxOf } from './box-of';
import { graphOf } from './graph-of';
import type { GraphRequest } from './graph-request';

const TEST = 't.Api.test_list';

let history: HistoryAsker;
beforeAll(async () => {
  history = await openHistoryAsker(HISTORY, END);
}, 180_000);
afterAll(() => history.close());

const SUBJECTS: Readonly<Record<GraphName, GraphRequest>> = {
  failures: { test: [TEST] },
  run_time: { test: [TEST] },
  agg_count: {},
  dailycount: {},
  run_failure_rate: { key: 'node' },
  run_time_meta: { key: 'node' },
  test_run_time: {},
  ci_time: { key: 'node' },
};

async function graph<Name extends GraphName>(
  name: Name,
  request: GraphRequest,
  { sinceMicros, untilMicros }: Range = RANGES[1]![1],
): Promise<GraphBodyOf<Name>> {
  return (await graphOf(history.asker, name, {
    ...SUBJECTS[name],
    ...request,
    since: sinceMicros,
    until: untilMicros,
  })) as GraphBodyOf<Name>;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

describe.each(RANGES)('graphOf() in a range of %s', (length, range) => {
  // In the shorter ranges no run with metadata passed.
  const drawn = GRAPH_NAMES.filter((name) => name !== 'run_time_meta' || length === '40 days');
  it.each(drawn)('should give %s in the form that the contract describes', async (name) => {
    const body: GraphBody = await graph(name, {}, range);
    expect(graphSchema.parse(body)).toEqual(body);
    expect(body.items.length).toBeGreaterThan(0);
  });

  it("should count a test's outcomes as the dashboards do, and sum them up right", async () => {
    const { items, ...totals } = await graph('failures', {}, range);
    const [row] = await history.dashboardRows({ kind: 'testOutcomeTotals', tests: [TEST] }, range);
    expect(totals).toMatchObject({ passed: row?.['Passed'], failed: row?.['Failed'], skipped: row?.['Skipped'] });
    expect(sum(items.map(({ failed }) => failed))).toBe(totals.failed);
  });

  it('should count the tests of all days as the dashboards do', async () => {
    const { tests, items, step } = await graph('dailycount', {}, range);
    const [row] = await history.dashboardRows({ kind: 'runStat', measure: 'tests' }, range);
    expect({ step, tests }).toEqual({ step: 'day', tests: row?.['value'] });
    expect(sum(items.map((item) => item.tests))).toBe(tests);
  });
});

describe('graphOf()', () => {
  it('should have a point for every day, also for those without runs', async () => {
    const { items } = await graph('failures', {}, RANGES[2]![1]);
    expect(items.map(({ at }) => at.slice(0, 10))).toEqual(
      Array.from({ length: 41 }, (_, day) => new Date((END - (40 - day) * DAY) / 1000).toISOString().slice(0, 10)),
    );
  });

  it('should know a mean of ten days from the tenth on', async () => {
    const { items } = await graph('dailycount', {}, RANGES[2]![1]);
    expect(items.findIndex(({ mean }) => mean !== null)).toBe(9);
    expect(items[9]?.mean).toBeCloseTo(sum(items.slice(0, 10).map(({ tests }) => tests)) / 10, 6);
  });

  it('should have the boxes of the very durations that single runs have', async () => {
    const { items } = await graph('test_run_time', { test: [TEST] });
    const times = await graph('run_time', {});
    const passes = times.items.filter(({ failed }) => !failed).map(({ seconds }) => seconds);
    expect(items).toEqual([{ id: times.id, test: TEST, passed: passes.length, ...boxOf(passes) }]);
  });

  it('should rank metadata values by their rate, and by their time, and count all of them', async () => {
    const rates = await graph('run_failure_rate', { limit: 2 });
    const times = await graph('ci_time', { limit: 1 });
    expect(rates.items.map(({ failure_rate }) => failure_rate)).toEqual(
      [...rates.items.map(({ failure_rate }) => failure_rate)].sort((a, b) => b - a),
    );
    expect([rates.items.length, times.items.length, rates.values > 2]).toEqual([2, 1, true]);
    expect(times.items[0]?.seconds).toBeLessThan(times.seconds);
  });

  it('should show tests in the order in which they are named', async () => {
    const all = await graph('agg_count', {});
    const names = all.items.map(({ test }) => test).reverse();
    const { items, found } = await graph('agg_count', { test: names });
    expect([items.map(({ test }) => test), found]).toEqual([names, names.length]);
  });

  it.each<[string, GraphName | string, GraphRequest, string, readonly string[]]>([
    ['an unknown graph', 'runtime', {}, 'graph_not_found', ['run_time']],
    ['an unknown test', 'failures', { test: ['t.Api.test_lisst'] }, 'test_not_found', [TEST]],
    ['an unknown test among others', 'agg_count', { test: [TEST, 't.Api.test_lisst'] }, 'test_not_found', [TEST]],
    ['an unknown key', 'ci_time', { key: 'nod' }, 'key_not_found', ['node']],
    ['an unknown job', 'dailycount', { job: ['unitt'] }, 'job_not_found', ['unit']],
  ])('should suggest what may have been meant by %s', async (_what, name, request, code, suggestions) => {
    const asked = { ...SUBJECTS[name as GraphName], ...request };
    const failure = graphOf(history.asker, name, { ...asked, since: END - 9 * DAY, until: END });
    const facts = { suggestions: expect.arrayContaining([...suggestions]) as unknown };
    await expect(failure).rejects.toMatchObject({ code, facts });
  });

  it.each<[GraphName, GraphRequest, string]>([
    ['failures', { test: undefined }, 'bad_parameter'],
    ['run_time', { test: ['a', 'b'] }, 'bad_parameter'],
    ['run_time', { key: 'node' }, 'bad_parameter'],
    ['run_time_meta', { key: undefined }, 'bad_parameter'],
    ['dailycount', { limit: 3 }, 'bad_parameter'],
    ['dailycount', { metadata: [{ key: 'node', value: 'nowhere' }] }, 'no_data'],
    ['run_failure_rate', { value: ['nowhere'] }, 'value_not_found'],
  ])('should refuse %s with %j', async (name, request, code) => {
    await expect(graph(name, request)).rejects.toMatchObject({ code });
  });

  it('should say that there is nothing to draw, and where it looked', async () => {
    const longAgo = { sinceMicros: END - 400 * DAY, untilMicros: END - 399 * DAY };
    for (const name of GRAPH_NAMES) {
      await expect(graph(name, {}, longAgo)).rejects.toMatchObject({
        code: expect.stringMatching(/no_data|not_found/),
      });
    }
  });
});
