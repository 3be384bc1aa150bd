import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { graphOf } from '@testmetrics/answers';
import { GRAPH_NAMES } from '@testmetrics/api-contract';
import type { GraphName } from '@testmetrics/api-contract';
import { openHistoryAsker } from '@testmetrics/answers/testing';
import type { HistoryAsker } from '@testmetrics/answers/testing';
import { makeHistory } from '@testmetrics/questions/testing';
import { run } from '../run';
import { FakeService } from '../testing/fake-service';
import { fakeTerminal } from '../testing/fake-terminal';
import { COMMANDS } from './commands';

const END = Date.UTC(2026, 10, 20, 13, 30) * 1000;
const RANGE = ['--since', '2026-10-20', '--until', '2026-11-20T13:30:00Z'];
const TEST = 't.Api.test_list';

let history: HistoryAsker;
let directory: string;
beforeAll(async () => {
  history = await openHistoryAsker(makeHistory({ endMicros: END, days: 45 }), END);
  directory = await mkdtemp(join(tmpdir(), 'graph-test-'));
}, 180_000);
afterAll(async () => {
  await history.close();
  await rm(directory, { recursive: true });
});

async function graph(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const terminal = fakeTerminal({ env });
  const status = await run(['graph', ...args], { terminal, version: '0', commands: COMMANDS });
  return { status, printed: terminal.printed(), said: terminal.said.join('\n') };
}

function fromDatabase(args: readonly string[]) {
  return graph([...args, ...RANGE, '--database', history.url]);
}

/** The texts of a drawing, joined: they are broken into lines. */
function textsOf(svg: string): string {
  const unescape = (text: string) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => unescape(match[1] ?? '')).join('|');
}

/** What stands in each drawing: title, denominator, axes with their units, legend. */
const SEEN: Readonly<Record<GraphName, { args: readonly string[]; texts: readonly (string | RegExp)[] }>> = {
  failures: {
    args: [TEST, '--success-graph', '--skip-graph'],
    texts: [`Failures of ${TEST}`, /Failed in \d+ of \d+ runs \(\d+\.\d %\)/, 'Runs of the test, a day', 'Day (UTC)'],
  },
  run_time: {
    args: [TEST],
    texts: [`Run time of ${TEST}`, /\d+ passes, \d+ failures?/, /Duration \((ms|s)\)/, 'Mean of the last 20 runs'],
  },
  agg_count: {
    args: [TEST, '--skip-graph'],
    texts: [TEST, /1 test of 1; \d+ of \d+ test runs failed/, 'Runs of the test', /\|\d+ of \d+ failed/, 'Skipped'],
  },
  dailycount: { args: [], texts: ['Tests run, a day', /\d+ tests that passed or failed/, 'Mean of 10 days'] },
  run_failure_rate: {
    args: ['node'],
    texts: ['Run failure rate by node', /\d+ of \d+ runs failed/, 'with the value (%)', /% \(\d+ of \d+ runs?\)/],
  },
  run_time_meta: {
    args: ['node'],
    texts: ['Run time by node', /\d+ runs? that passed/, /on the clock of runs that passed \(\w+\)/, /median/],
  },
  test_run_time: {
    args: [TEST, 't.Api.test_show'],
    texts: ['Run time of tests', /\d+ passes of 2 tests/, TEST, /Duration of passes \(\w+\)/],
  },
  ci_time: {
    args: ['node'],
    texts: ['Time of runs by node', /in \d+ runs, failed ones too/, /all runs together \(\w+\)/],
  },
};

describe('testmetrics graph', () => {
  it.each(GRAPH_NAMES)('should draw %s with title, denominator, units and legend', async (name) => {
    const { args, texts } = SEEN[name];
    const { status, printed, said } = await fromDatabase([name, ...args]);
    expect({ status, said }).toEqual({ status: 0, said: '' });
    const seen = textsOf(printed);
    for (const text of texts)
      expect(seen).toEqual(text instanceof RegExp ? expect.stringMatching(text) : expect.stringContaining(text));
    expect(seen).toContain('2026-10-20');
    expect(seen).not.toContain('NaN');
    expect(printed).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('should draw the same from the service as from the database', async () => {
    const straight = await fromDatabase(['run_failure_rate', 'node']);
    const body = await graphOf(history.asker, 'run_failure_rate', {
      ...{ key: 'node', since: Date.UTC(2026, 9, 20) * 1000, until: END },
    });
    const service = await FakeService.start([{ status: 200, body }]);
    const asked = await graph(['run_failure_rate', 'node', ...RANGE, '--url', service.url]);
    await service.stop();
    expect(asked.printed).toBe(straight.printed);
    expect(service.seen[0]?.url.pathname).toBe('/v1/graphs/run_failure_rate');
    expect(service.seen[0]?.url.searchParams.get('key')).toBe('node');
  });

  it('should write a PNG as large as asked for, with something on it', async () => {
    const file = join(directory, 'rates.png');
    const { status } = await fromDatabase(['ci_time', 'node', '--dpi', '96', '--title', 'Mine', '--output', file]);
    const png = await readFile(file);
    expect([status, png.toString('latin1', 1, 4), png.readUInt32BE(16)]).toEqual([0, 'PNG', 1000]);
    // A blank page of this size is a few hundred bytes; letters are most of the rest.
    expect(png.length).toBeGreaterThan(8_000);
  });

  it('should replace the title by one that is given', async () => {
    const { printed } = await fromDatabase(['dailycount', '--title', 'All <our> tests']);
    expect(textsOf(printed)).toContain('All <our> tests');
    // The axis is still called so.
    expect(textsOf(printed).match(/Tests run, a day/g)).toHaveLength(1);
  });

  it.each([
    [['failures', 't.Api.test_lst'], 'There is no test', TEST],
    [['ci_time', 'nod'], 'this metadata key', 'node'],
    [['dailycount', '--job', 'unitt'], 'There is no job', 'unit'],
    [['dailycount', '--meta', 'node=nowhere'], 'nothing to draw', 'longer range'],
  ])('should fail with %j, say what may have been meant, and leave no file', async (args, message, suggestion) => {
    const { status, said } = await fromDatabase([...args, '--output', join(directory, 'nothing.svg')]);
    expect(status).toBe(1);
    expect(said).toContain(message);
    expect(said).toContain(suggestion);
    expect((await readdir(directory)).filter((name) => name.includes('nothing'))).toEqual([]);
  });

  it.each([
    [['runtime', TEST], 'did you mean run_time?'],
    [['failures'], 'expected one test'],
    [['dailycount', '--since', 'yesterday'], '--since'],
    [['dailycount', '--output', 'x.pdf'], '.svg or .png'],
    [[], 'missing required argument'],
  ])('should refuse %j as wrong usage', async (args, message) => {
    const { status, said } = await graph(args);
    expect([status, said]).toEqual([2, expect.stringContaining(message)]);
  });
});
