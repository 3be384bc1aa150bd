import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../run';
import { FakeService } from '../testing/fake-service';
import type { Answer } from '../testing/fake-service';
import { fakeTerminal } from '../testing/fake-terminal';
import { COMMANDS } from './commands';

const TIMES = { 'a.B.slow[id-1]': 90, 'a.B.quick': 2, 'a.C.other': 40, 'a.D.line\nbreak': 50 };

const TIMING = {
  job: 'gate',
  project: null,
  branch: null,
  since: '2026-08-02T03:17:00.000000Z',
  statistic: 'median',
  items: Object.entries(TIMES).map(([id, seconds]) => ({
    id,
    seconds,
    runs: 3,
    outcome: 'passed',
    last_seen: '2026-09-01T03:17:00.000000Z',
  })),
};

const KNOWN: Answer = { status: 200, body: TIMING };
const UNKNOWN: Answer = {
  status: 404,
  headers: { 'content-type': 'application/problem+json' },
  body: { title: 'Not Found', code: 'job_not_found', detail: 'There is no such job.', suggestions: ['gate'] },
};

let directory: string;
let service: FakeService | undefined;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'timing-test-'));
});
afterEach(async () => {
  await service?.stop();
  await rm(directory, { recursive: true });
});

async function testmetrics(args: readonly string[], answers: readonly Answer[] = [], stdin = '') {
  service = await FakeService.start(answers);
  const terminal = fakeTerminal({ stdin, env: { TESTMETRICS_URL: service.url } });
  const status = await run(args, { terminal, version: '0', commands: COMMANDS });
  return { status, printed: terminal.printed(), said: terminal.said.join('\n'), seen: service.seen };
}

describe('testmetrics timing', () => {
  it('should ask for what the options say and pass it on', async () => {
    const args = [
      'timing',
      '--job',
      'a/b c',
      '-b',
      'main',
      '-b',
      'next',
      '-s',
      'p90',
      '--since',
      '2026-09-01T00:00:00Z',
    ];
    const { status, printed, seen } = await testmetrics(args, [{ status: 200, body: 'the stream' }]);
    expect({ status, printed }).toEqual({ status: 0, printed: 'the stream' });
    expect([...(seen[0]?.url.searchParams ?? [])]).toEqual([
      ['job', 'a/b c'],
      ['branch', 'main'],
      ['branch', 'next'],
      ['since', '2026-09-01T00:00:00Z'],
      ['statistic', 'p90'],
      ['format', 'stream'],
    ]);
  });

  it('should fail and write nothing where the job is unknown', async () => {
    const output = join(directory, 'timing.subunit');
    const { status, printed, said } = await testmetrics(['timing', '--job', 'gat', '--output', output], [UNKNOWN]);
    expect({ status, printed }).toEqual({ status: 1, printed: '' });
    expect(said).toContain('job_not_found');
    expect(said).toContain('did you mean: gate');
    await expect(readFile(output)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('should fail where the connection ends early', async () => {
    const { status, said } = await testmetrics(['timing', '--job', 'gate'], [{ status: 200, hangUp: true }]);
    expect(status).toBe(1);
    expect(said).toContain('no connection to');
  });

  it.each([
    [[], '--job'],
    [['--job', 'x', '--statistic', 'max'], 'statistic'],
    [['--job', 'x', '--since', 'yesterday'], '--since'],
    [['--job', 'x', '--url', 'http://x', '--database', 'mysql://x'], '--url or --database'],
  ])('should refuse %j', async (args, word) => {
    const { status, said } = await testmetrics(['timing', ...args]);
    expect(status).toBe(2);
    expect(said).toContain(word);
  });
});

describe('testmetrics split', () => {
  it('should show a table of all workers', async () => {
    const { status, printed } = await testmetrics(['split', '--job', 'gate', '--workers', '2'], [KNOWN]);
    expect(status).toBe(0);
    expect(printed).toMatch(/Worker.*Tests.*Seconds/);
    expect(printed).toMatch(/1 .*2 .*92\.0/);
    expect(printed).toMatch(/2 .*2 .*90\.0/);
  });

  it('should print the share of one worker of a list, and say what was estimated', async () => {
    const list = 'a.B.new\na.B.slow\na.C.other\n';
    const { printed, said } = await testmetrics(['split', '-j', 'gate', '-n', '2', '-w', '2', '-'], [KNOWN], list);
    expect(printed).toBe('a.B.new\na.C.other\n');
    expect(said).toContain('1 of 3 tests are new');
  });

  it('should share out by a file, so that all workers have the same durations', async () => {
    const file = join(directory, 'timing.json');
    await writeFile(file, JSON.stringify(TIMING));
    const shares = await Promise.all(
      ['1', '2', '3', '4', '5'].map(async (worker) => {
        const terminal = fakeTerminal();
        const args = ['split', '--timing', file, '--workers', '5', '--worker', worker, '--null'];
        expect(await run(args, { terminal, version: '0', commands: COMMANDS })).toBe(0);
        return { printed: terminal.printed(), said: terminal.said.join() };
      }),
    );
    const ids = shares.flatMap(({ printed }) => printed.split('\0').filter((id) => id !== ''));
    expect(ids.sort()).toEqual(Object.keys(TIMES).sort());
    expect(shares[4]).toEqual({ printed: '', said: 'no tests for worker 5 of 5' });
  });

  it('should refuse to cut a name in two lines', async () => {
    const { status, printed, said } = await testmetrics(['split', '-j', 'gate', '-n', '1', '-w', '1'], [KNOWN]);
    expect({ status, printed }).toEqual({ status: 1, printed: '' });
    expect(said).toContain('--null');
  });

  it.each([
    [['--workers', '2'], '--job or --timing'],
    [['--job', 'x', '--workers', '0'], '--workers'],
    [['--job', 'x', '--workers', 'many'], '--workers'],
    [['--job', 'x'], '--workers'],
    [['--job', 'x', '--workers', '2', '--worker', '3'], '1 to 2'],
    [['--job', 'x', '--workers', '2', '--null'], '--null'],
    [['--job', 'x', '--workers', '2', '--group', 'file'], 'group'],
  ])('should refuse %j', async (args, word) => {
    const { status, said } = await testmetrics(['split', ...args]);
    expect(status).toBe(2);
    expect(said).toContain(word);
  });

  it.each([
    ['an empty list', ['--job', 'gate', '-'], ''],
    ['a list that is not there', ['--job', 'gate', '/nowhere/list'], ''],
    ['durations that are none', ['--timing', '-'], '{"items": 1}'],
  ])('should fail with %s', async (_, args, stdin) => {
    const { status, printed } = await testmetrics(['split', '--workers', '2', ...args], [KNOWN], stdin);
    expect({ status, printed }).toEqual({ status: 1, printed: '' });
  });
});
