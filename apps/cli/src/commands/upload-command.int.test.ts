import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../run';
import { FakeService, RUN_ID, storedRun } from '../testing/fake-service';
import type { Answer } from '../testing/fake-service';
import { fakeTerminal } from '../testing/fake-terminal';
import { COMMANDS } from './commands';

const STORED: Answer = { status: 201, headers: { location: `/v1/runs/${RUN_ID}` }, body: storedRun() };
const BUSY: Answer = { status: 503, headers: { 'retry-after': '0' }, body: { code: 'busy', title: 'Busy' } };

describe('testmetrics upload', () => {
  let directory: string;
  let file: string;
  let service: FakeService | undefined;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'upload-test-'));
    file = join(directory, 'run.subunit');
    await writeFile(file, 'the stream');
  });
  afterEach(async () => {
    await service?.stop();
    await rm(directory, { recursive: true });
  });

  async function upload(
    args: readonly string[],
    answers: readonly Answer[],
    { stdin = '', env = {} }: { stdin?: string; env?: NodeJS.ProcessEnv } = {},
  ) {
    service = await FakeService.start(answers);
    const terminal = fakeTerminal({ stdin, env: { TESTMETRICS_URL: service.url, ...env } });
    const status = await run(['upload', ...args], { terminal, version: '0', commands: COMMANDS });
    return { status, printed: terminal.printed(), said: terminal.said.join('\n'), seen: service.seen };
  }

  it('should post the file and print id and address of the run', async () => {
    const { status, printed, seen } = await upload([file], [STORED]);
    expect(status).toBe(0);
    expect(printed).toBe(`${RUN_ID} ${service?.url}/v1/runs/${RUN_ID}\n`);
    expect(seen[0]?.body.toString()).toBe('the stream');
    expect(seen[0]?.headers['content-length']).toBe('10');
  });

  it('should send metadata and everything else as the query says', async () => {
    const id = '11111111-2222-3333-4444-555555555555';
    const { seen } = await upload(
      [file, '--meta', 'build_name=a b', '--meta', 'x=1=2', '--meta', 'e=', '--run-id', id].concat([
        ...['--run-at', '2026-09-01T05:17:00+02:00', '--artifacts', 'https://logs.example/1?a=b'],
      ]),
      [STORED],
    );
    expect(seen[0]?.url.pathname).toBe('/v1/runs');
    expect(Object.fromEntries(seen[0]?.url.searchParams ?? [])).toEqual({
      'meta.build_name': 'a b',
      'meta.x': '1=2',
      'meta.e': '',
      run_id: id,
      run_at: '2026-09-01T05:17:00+02:00',
      artifacts: 'https://logs.example/1?a=b',
    });
  });

  it('should take the token from the environment and never show it', async () => {
    const { seen, said, printed } = await upload([file], [STORED], { env: { TESTMETRICS_TOKEN: 'ci:secret' } });
    expect(seen[0]?.headers.authorization).toBe('Bearer ci:secret');
    expect(said + printed).not.toContain('secret');
  });

  it('should send the whole body again after 503, 429 and a cut connection', async () => {
    const { status, seen, said } = await upload(
      [file],
      [BUSY, { ...BUSY, status: 429 }, { status: 0, hangUp: true }, STORED],
    );
    expect(status).toBe(0);
    expect(seen.map(({ body }) => body.toString())).toEqual(Array(4).fill('the stream'));
    expect(said).toContain('again in');
  });

  it('should read standard input once and still be able to repeat it', async () => {
    const { status, seen } = await upload(['-'], [BUSY, STORED], { stdin: 'piped' });
    expect(status).toBe(0);
    expect(seen.map(({ body }) => body.toString())).toEqual(['piped', 'piped']);
  });

  it('should show a refusal in words and fail', async () => {
    const body = { title: 'No subunit', code: 'no_subunit', detail: 'The stream holds no packet.', found: '<html>' };
    const { status, said, printed } = await upload([file], [{ status: 422, body }]);
    expect(status).toBe(1);
    expect(printed).toBe('');
    expect(said).toContain('No subunit (no_subunit, HTTP 422)');
    expect(said).toContain('The stream holds no packet.');
    expect(said).toContain('found: <html>');
  });

  it('should understand a refusal that comes before the body was read', async () => {
    await writeFile(file, Buffer.alloc(8 * 1024 * 1024));
    const { status, said } = await upload([file], [{ status: 413, early: true, body: { title: 'Too large' } }]);
    expect(status).toBe(1);
    expect(said).toContain('Too large');
  });

  it('should say so where the answer is not from an ingest service', async () => {
    const { status, said } = await upload([file], [{ status: 200, body: '<html>hello</html>' }]);
    expect(status).toBe(1);
    expect(said).toContain('Is --url the address of the ingest service?');
  });

  it('should end with 3 where the stream was damaged', async () => {
    const damage = [{ offset: 1, length: 2, code: 'bad_checksum', message: 'no' }];
    const { status } = await upload([file], [{ ...STORED, body: storedRun({ damage, complete: false }) }]);
    expect(status).toBe(3);
  });

  it('should upload the other files where one cannot be', async () => {
    const { status, printed, said } = await upload([join(directory, 'nope'), file], [STORED]);
    expect(status).toBe(1);
    expect(printed).toContain(RUN_ID);
    expect(said).toContain('there is no such file');
  });

  it('should print the whole answer with --json', async () => {
    const { printed } = await upload([file, '--json'], [STORED]);
    expect(JSON.parse(printed)).toEqual(storedRun());
  });

  it.each([
    [['--run-id', 'x'], '--run-id: expected a UUID'],
    [['--run-at', '2026-09-01T03:17:00'], '--run-at: expected ISO 8601 with a zone'],
    [['--meta', 'novalue'], '--meta: expected KEY=VALUE'],
    [['--url', 'localhost:8080'], '--url: expected a URL'],
    [['--run-id', RUN_ID, 'other'], 'several files'],
    [['--ulr', 'x'], '--url'],
  ])('should refuse %p as wrong usage', async (args, message) => {
    const { status, said, seen } = await upload([file, ...args], []);
    expect(status).toBe(2);
    expect(said).toContain(message);
    expect(seen).toEqual([]);
  });
});
