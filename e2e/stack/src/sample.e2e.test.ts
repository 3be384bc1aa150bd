import { setTimeout as sleep } from 'node:timers/promises';
import { bothWays, documentedCalls, hasColumns, testmetrics } from './command-line';
import { cleanUp, endpointsOf, makeDataDirectory, startStack } from './stack';
import type { Endpoints } from './stack';

const LOADING = /loading sample runs (\d+)\/(\d+)/g;

describe('npm start with sample data', () => {
  let data: string;
  /** Of the stack that the first test leaves running, with everything in it. */
  let endpoints: Endpoints | null = null;
  beforeAll(() => (data = makeDataDirectory()));
  afterAll(() => cleanUp(data));

  it('should load the rest at the next start when it was stopped half-way, and nothing at a third one', async () => {
    const env = { TESTMETRICS_SAMPLE: 'on' };
    const first = startStack({ dataDirectory: data, env });
    while (!/loading sample runs (?!1\/)/.test(first.output())) await sleep(50);
    first.child.kill('SIGTERM');
    expect((await first.exited).status).toBe(0);

    const second = startStack({ dataDirectory: data, env });
    const { ingest } = await endpointsOf(second, data, 240_000);
    const total = Number([...second.output().matchAll(LOADING)].at(-1)?.[2]);
    expect(total).toBeGreaterThan(900);
    expect(second.output()).toContain(`Sample data is loaded: ${total} runs`);
    expect(await countRuns(ingest)).toBe(total);
    second.child.kill('SIGTERM');
    await second.exited;

    const third = startStack({ dataDirectory: data, env });
    endpoints = await endpointsOf(third, data);
    expect(third.output()).not.toContain('loading sample runs');
    expect(third.output()).toContain(`Sample data is loaded: ${total} runs`);
  }, 300_000);

  it('should be shown by the command line as docs/cli.md says', async () => {
    const ingest = endpoints?.ingest ?? '';
    const calls = documentedCalls(await twoRuns(ingest));
    expect(calls.length).toBeGreaterThan(10);
    for (const { args, heading } of calls) {
      const [first = ''] = (await testmetrics([...args, '--url', ingest])).split('\n');
      if (!hasColumns(first, heading)) throw new Error(`${args.join(' ')}: expected ${heading}, found ${first}`);
    }
  }, 180_000);

  it.each(['tests', 'failing', 'flaky', 'slowest', 'never-failing', 'runs'])(
    'should give the same %s through the service and straight from the database',
    async (question) => {
      // A range that has ended, so that both are asked about the same one.
      const range = ['--since', '2w', '--until', new Date().toISOString().slice(0, 10)];
      const form = question === 'flaky' ? '--csv' : '--json';
      const [overHttp = '', straight] = await Promise.all(
        bothWays(endpoints).map((way) => testmetrics([question, ...range, form, ...way])),
      );
      expect(overHttp.length).toBeGreaterThan(500);
      expect(straight).toBe(overHttp);
    },
    120_000,
  );
});

/** Ids of two runs of the same job. */
async function twoRuns(ingest: string): Promise<readonly string[]> {
  const listed = await testmetrics(['runs', '--job', 'shop-integration', '--limit', '2', '--json', '--url', ingest]);
  return (JSON.parse(listed) as { items: { id: string }[] }).items.map(({ id }) => id);
}

async function countRuns(ingest: string): Promise<number> {
  let count = 0;
  let cursor: string | null = '';
  while (cursor !== null) {
    const response = await fetch(
      `${ingest}/v1/runs?limit=100${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    const page = (await response.json()) as { readonly items: readonly unknown[]; readonly next: string | null };
    count += page.items.length;
    cursor = page.next;
  }
  return count;
}
