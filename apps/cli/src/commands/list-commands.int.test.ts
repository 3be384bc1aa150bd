import { run } from '../run';
import { FakeService, RUN_ID } from '../testing/fake-service';
import type { Answer } from '../testing/fake-service';
import { fakeTerminal } from '../testing/fake-terminal';
import { COMMANDS } from './commands';

const NAME = 'tempest.api.compute.servers.test_servers.ServersTest.test_list_servers_with_a_detail';
const RANGE = { since: '2026-10-27T03:17:00.000000Z', until: '2026-11-26T03:17:00.000000Z' };
const failing = (test: string) => ({
  ...{ id: 42, test, job: 'tempest-full', failed: 9, runs: 411, failure_rate: 0.0218978102 },
  ...{ failure_rate_at_least: 0.0115666, last_failed: '2026-11-25T21:40:03.000000Z', note: null },
});
const page = (tests: readonly string[], next: string | null = null): Answer => ({
  status: 200,
  body: { ...RANGE, items: tests.map(failing), next },
});
const problem = (status: number, code: string, others: object = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/problem+json' },
  body: { title: 'Problem', code, detail: 'It cannot be.', ...others },
});

let service: FakeService | undefined;
afterEach(() => service?.stop());

async function testmetrics(args: readonly string[], answers: readonly Answer[] = [], width: number | null = null) {
  service = await FakeService.start(answers);
  const terminal = fakeTerminal({ env: { TESTMETRICS_URL: service.url }, width });
  const status = await run(args, { terminal, version: '0', commands: COMMANDS });
  return {
    status,
    printed: terminal.printed(),
    said: terminal.said.join('\n'),
    asked: service.seen.map(({ url }) => `${url.pathname}${url.search}`),
  };
}

describe('testmetrics failing', () => {
  it('should ask what the options say and show a table with denominators', async () => {
    const args = ['failing', '-j', 'a b', '-j', 'c', '--min-runs', '20', '--meta', 'node=x', '--limit', '1'];
    const { status, printed, said, asked } = await testmetrics(args, [page([NAME], 'CURSOR')]);
    expect([status, asked]).toEqual([0, ['/v1/tests/failing?job=a+b&job=c&min_runs=20&limit=1&meta.node=x']]);
    expect(printed).toContain('9 of 411  2.2 %     1.2 %  2026-11-25 21:40');
    expect(printed).toContain(NAME);
    expect(said).toBe('2026-10-27 03:17 to 2026-11-26 03:17 UTC\nmore: --all, or the next page with --cursor CURSOR');
  });

  it('should shorten names on a terminal only', async () => {
    const { printed } = await testmetrics(['failing'], [page([NAME])], 80);
    expect(printed).not.toContain(NAME);
    expect(printed).toContain('…');
    expect(Math.max(...printed.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('should print the body of the endpoint as it came', async () => {
    const { printed, said, asked } = await testmetrics(['failing', '--json'], [page(['a'], 'NEXT')]);
    expect(printed).toBe(`${JSON.stringify(page(['a'], 'NEXT').body)}\n`);
    expect([said, asked]).toEqual(['', ['/v1/tests/failing']]);
  });

  it('should go through all pages and print them as one', async () => {
    const { printed, asked } = await testmetrics(
      ['failing', '--json', '--all'],
      [page(['a', 'b'], 'NEXT'), page(['c'])],
    );
    expect(JSON.parse(printed)).toEqual(page(['a', 'b', 'c']).body);
    expect(asked).toEqual(['/v1/tests/failing?limit=500', '/v1/tests/failing?limit=500&cursor=NEXT']);
  });

  it('should join pages of CSV under one heading', async () => {
    const csv = (line: string, link: Record<string, string> = {}) => ({
      status: 200,
      body: `id\r\n${line}\r\n`,
      headers: link,
    });
    const next = { link: '</v1/tests/failing?cursor=a%2Bb>; rel="next"' };
    const one = await testmetrics(['failing', '--csv'], [csv('1', next)]);
    expect([one.printed, one.said]).toEqual(['id\r\n1\r\n', 'more: --all, or the next page with --cursor a+b']);
    const all = await testmetrics(['failing', '--csv', '--all'], [csv('1', next), csv('2')]);
    expect(all.printed).toBe('id\r\n1\r\n2\r\n');
    expect(all.asked.at(-1)).toBe('/v1/tests/failing?limit=500&cursor=a%2Bb&format=csv');
  });

  it('should name the range of a page where it was given as an age', async () => {
    const { said } = await testmetrics(['failing', '--since', '2w'], [page(['a'], 'NEXT')]);
    expect(said).toMatch(/with --since \d{4}-\d\d-\d\dT\d\d:\d\d:00\.000000Z --cursor NEXT$/);
  });

  it('should say in a sentence that there is nothing', async () => {
    const { status, printed, said } = await testmetrics(['failing', '--job', 'unit', '--prefix', 'a'], [page([])]);
    expect([status, printed]).toEqual([0, '']);
    expect(said).toBe('no test failed from 2026-10-27 03:17 to 2026-11-26 03:17 UTC, with job "unit", prefix "a"');
  });

  it('should wait where the service asks for a moment, and not for longer', async () => {
    const busy = { ...problem(503, 'too_many_questions'), headers: { 'retry-after': '1' } };
    expect(await testmetrics(['failing', '--json'], [busy, page(['a'])])).toMatchObject({ status: 0 });
    const slow = { ...problem(503, 'question_too_slow'), headers: { 'retry-after': '30' } };
    const { status, asked } = await testmetrics(['failing', '--json'], [slow, page(['a'])]);
    expect([status, asked.length]).toEqual([1, 1]);
  });

  it('should show the names that may have been meant', async () => {
    const { status, said } = await testmetrics(
      ['failing', '--job', 'tempest-ful'],
      [problem(404, 'job_not_found', { suggestions: ['tempest-full'] })],
    );
    expect([status, said]).toEqual([1, expect.stringContaining('did you mean: tempest-full')]);
  });

  it('should call a question that makes no sense wrong usage', async () => {
    const { status, said } = await testmetrics(['failing', '--cursor', 'x'], [problem(400, 'invalid_cursor')]);
    expect([status, said]).toEqual([2, expect.stringContaining('invalid_cursor')]);
  });

  it('should say so where something else answers, or nothing', async () => {
    const html = await testmetrics(['failing'], [{ status: 200, body: '<html>' }]);
    expect([html.status, html.said]).toEqual([1, expect.stringContaining('Is --url the address')]);
    const gone = await testmetrics(['failing'], [{ status: 0, hangUp: true }]);
    expect([gone.status, gone.said]).toEqual([1, expect.stringContaining('no connection to')]);
  });
});

describe('testmetrics test and run', () => {
  it('should percent-encode a name in a path', async () => {
    const args = ['test', 'a/b%2F c[x]', '--history', '--json', '--limit', '3'];
    const { asked } = await testmetrics(args, [{ status: 200, body: { items: [], next: null } }]);
    expect(asked).toEqual(['/v1/tests/a%2Fb%252F%20c%5Bx%5D/history?limit=3']);
  });

  it('should ask for the failing tests of a run, and show no control characters', async () => {
    const counts = { total: 3, success: 1, fail: 1, skip: 0, xfail: 0, uxsuccess: 0, unfinished: 1, flaky: 0 };
    const body = {
      ...{
        id: RUN_ID,
        duplicate: false,
        job: 'a\u001b[31m',
        project: null,
        branch: null,
        commit: null,
        artifacts: null,
      },
      ...{
        run_at: RANGE.since,
        tests: counts,
        seconds: { sum: 1, wall: 2 },
        complete: false,
        damage: [],
        metadata: {},
      },
    };
    const test = {
      test: 'a.b',
      status: 'fail',
      flaky: false,
      seconds: 1,
      message: 'ValueError: no\nmore',
      attempts: [],
    };
    const list = (items: readonly object[]): Answer => ({ status: 200, body: { items, next: null } });
    const answers = [{ status: 200, body }, list([test]), list([{ ...test, status: 'inprogress' }]), list([])];
    const { status, printed, asked } = await testmetrics(['run', RUN_ID], answers);
    expect(status).toBe(0);
    expect(asked.slice(1)).toEqual(
      ['fail', 'inprogress', 'unknown'].map((one) => `/v1/runs/${RUN_ID}/tests?status=${one}&limit=20`),
    );
    expect(printed).toContain('Job        a\\u001b[31m');
    expect(printed).toContain('Tests      3: 1 success, 1 fail, 1 unfinished');
    expect(printed).toContain('  fail        a.b  (1.00 s)\n              ValueError: no\\nmore\n  inprogress  a.b');
  });
});

describe('wrong usage', () => {
  it.each([
    [['failing', '--limit', '0'], '--limit: expected at least 1, found "0"'],
    [['failing', '--url', 'http://x', '--database', 'y'], 'expected --url or --database, found both'],
    [['failing', '--url', 'x'], '--url: expected a URL'],
    [['failing', '--json', '--csv'], 'expected --json or --csv, found both'],
    [['failing', '--jobs', 'x'], '--jobs'],
    [['runs', '-b', 'x', '-b', 'y'], '--branch: expected it once'],
    [['compare', RUN_ID], 'expected the ids of two runs'],
    [['compare', RUN_ID, RUN_ID, '--show', 'none'], "'none' is invalid"],
    [['run', RUN_ID, '--limit', '3', '--csv'], '--limit: expected --tests too'],
    [['run', RUN_ID, '--tests', '--status', 'broken'], "'broken' is invalid"],
    [['test', 'a', 'b'], 'too many arguments'],
    [['test', ''], 'expected the name of a test'],
    [['test', 'a', '--all'], '--all: expected --history too'],
  ])('should refuse %j', async (args, message) => {
    const { status, said, printed, asked } = await testmetrics(args);
    expect([status, printed, asked]).toEqual([2, '', []]);
    expect(said).toContain(message);
  });
});
