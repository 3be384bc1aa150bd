import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { run } from '../run';
import { fakeTerminal } from '../testing/fake-terminal';
import { COMMANDS } from './commands';

const UNKNOWN = '00000000-0000-4000-8000-000000000000';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'export-test-'));
});
afterEach(() => rm(directory, { recursive: true }));

async function exportRuns(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const terminal = fakeTerminal({ env });
  const status = await run(['export', ...args], { terminal, version: '0', commands: COMMANDS });
  return { status, printed: terminal.printedBytes(), said: terminal.said.join('\n') };
}

describe('testmetrics export over HTTP', () => {
  let server: Server;
  let url: string;
  let answer: (response: ServerResponse, path: string) => void;
  beforeAll(async () => {
    server = createServer((request, response) => answer(response, request.url ?? ''));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('should ask for each run in the format, and join what comes', async () => {
    const asked: string[] = [];
    answer = (response, path) => {
      asked.push(path);
      response.setHeader('content-encoding', 'gzip').end(gzipSync(`run ${asked.length}\n`));
    };
    const { status, printed } = await exportRuns([UNKNOWN, 'build 7', '--format', 'json'], { TESTMETRICS_URL: url });
    expect([status, printed.toString()]).toEqual([0, 'run 1\nrun 2\n']);
    expect(asked).toEqual([`/v1/runs/${UNKNOWN}/stream?format=json`, '/v1/runs/build%207/stream?format=json']);
  });

  it.each([
    ['plainly', false],
    ['compressed', true],
  ])('should fail and leave no file where the connection ends before the reply (%s)', async (_, compressed) => {
    answer = (response) => {
      if (compressed) response.setHeader('content-encoding', 'gzip');
      const body = compressed ? gzipSync('x'.repeat(100_000)).subarray(0, 100) : 'x';
      response.write(body, () => setImmediate(() => response.destroy()));
    };
    const { status, said } = await exportRuns([UNKNOWN, '--url', url, '--output', join(directory, 'run')]);
    expect([status, said]).toEqual([1, expect.stringContaining('the connection ended before the reply did')]);
    expect(await readdir(directory)).toEqual([]);
  });

  it('should show a refusal in words', async () => {
    answer = (response) => {
      response.writeHead(404, { 'content-type': 'application/problem+json' });
      response.end(
        JSON.stringify({ title: 'Not Found', code: 'run_not_found', detail: 'There is no run with this id.' }),
      );
    };
    const { status, said, printed } = await exportRuns([UNKNOWN, '--url', url]);
    expect([status, printed.length, said]).toEqual([1, 0, expect.stringContaining('There is no run with this id.')]);
  });

  it('should copy the mean times of all tests', async () => {
    let asked = '';
    answer = (response, path) => {
      asked = path;
      response.writeHead(200, { 'content-type': 'application/vnd.subunit' });
      response.end('bytes');
    };
    const { status, printed } = await exportRuns(['--average', '--url', url]);
    expect([status, printed.toString(), asked]).toEqual([0, 'bytes', '/v1/timing/average?format=subunit2']);
  });

  it('should say so where nothing listens', async () => {
    const { status, said } = await exportRuns([UNKNOWN, '--url', 'http://127.0.0.1:1']);
    expect([status, said]).toEqual([1, expect.stringContaining('Is the ingest service running there?')]);
  });
});

describe('testmetrics export, wrong usage', () => {
  it.each([
    [[], 'expected the id of a run, or --average'],
    [['--average', UNKNOWN], '--average takes no run'],
    [['--average', '--format', 'csv', '--database', 'x'], 'expected --format subunit2 or subunit1'],
    [[UNKNOWN, '--url', 'http://x', '--database', 'y'], 'expected --url or --database, found both'],
    [[UNKNOWN, '--url', 'x'], '--url: expected a URL'],
    [[UNKNOWN, UNKNOWN, '--format', 'junit'], 'expected one run, found 2'],
    [[UNKNOWN, '--format', 'xml'], "'xml' is invalid"],
  ])('should refuse %j', async (args, message) => {
    const { status, said, printed } = await exportRuns(args);
    expect([status, printed.length]).toEqual([2, 0]);
    expect(said).toContain(message);
  });
});
