import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { setTimeout as sleep } from 'node:timers/promises';
import { problemSchema, runSchema, STREAM_FORMATS } from '@testmetrics/api-contract';
import { corpusStreams, flakyRuns, readStream } from '@testmetrics/corpus';
import { EXPORT_FORMATS } from '@testmetrics/exporting';
import { decodeAll, encodeEvent } from '@testmetrics/subunit';
import { fileOutcome, outcomesOf, startServiceBehindProxy, streamOf } from './testing';
import type { Outcome, OutcomeAttempt, TcpProxy, TestService } from './testing';

let proxy: TcpProxy;
let service: TestService;
let dispose: () => Promise<void>;
beforeAll(async () => {
  ({ proxy, service, dispose } = await startServiceBehindProxy());
});
afterAll(() => dispose());

/** `null` where the stream is refused because it holds nothing. */
async function store(body: Uint8Array, job: string): Promise<string | null> {
  const post = () => fetch(`${service.url}/v1/runs?meta.build_name=${job}`, { method: 'POST', body });
  // Comparing a large run keeps this process busy for longer than an idle connection is kept; that it was closed is then only
  // found out by using it. An upload may always be repeated.
  const response = await post().catch(post);
  return response.status === 422 ? null : runSchema.parse(await response.json()).id;
}

async function storeOne(body: Uint8Array, job: string): Promise<string> {
  return (await store(body, job)) ?? '';
}

function get(id: string, query = '', headers: Record<string, string> = { 'accept-encoding': 'identity' }) {
  return fetch(`${service.url}/v1/runs/${id}/stream${query}`, { headers });
}

async function bytesOf(response: Response): Promise<Buffer> {
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

/** As text: jest's own comparison of thousands of objects takes longer than the export. */
function expectSame(found: readonly Outcome[], expected: readonly Outcome[]): void {
  const lines = found.map((outcome) => JSON.stringify(outcome));
  const wanted = expected.map((outcome) => JSON.stringify(outcome));
  const at = wanted.findIndex((line, index) => line !== lines[index]);
  if (at !== -1) expect(lines[at]).toBe(wanted[at]);
  expect(lines).toHaveLength(wanted.length);
}

describe('GET /v1/runs/{id}/stream', () => {
  const streams = [...corpusStreams(), ...flakyRuns()];

  it.each(streams)('should give back the outcomes of $name, and those that version 1 can say', async (stream) => {
    const bytes = readStream(stream.name);
    const outcomes = outcomesOf(stream.gzip ? gunzipSync(bytes) : bytes);
    const id = await store(bytes, stream.name);
    if (id === null) {
      expect(outcomes).toEqual([]);
      return;
    }
    expectSame(outcomesOf(await bytesOf(await get(id))), outcomes);
    // Told by content, a stream of version 1 is one of version 2 where an attached file holds a packet.
    const lines = await bytesOf(await get(id, '?format=subunit1'));
    expectSame(outcomesOf(lines, { format: 'v1' }), outcomes.map(asVersion1));
  });

  it('should make a run out of an export that is exported byte for byte the same', async () => {
    const id = await storeOne(readStream('29-hung-timeout'), 'first');
    const first = await bytesOf(await get(id));
    const again = await storeOne(first, 'second');
    expect(again).not.toBe(id);
    expect((await bytesOf(await get(again))).equals(first)).toBe(true);
  });

  it.each([
    ['subunit2', 'application/vnd.subunit', 'subunit'],
    ['subunit1', 'text/x-subunit; charset=utf-8', 'v1'],
    ['junit', 'application/xml; charset=utf-8', 'xml'],
    ['json', 'application/json; charset=utf-8', 'json'],
    ['csv', 'text/csv; charset=utf-8; header=present', 'csv'],
  ])('should name the type and the file of %s', async (format, type, extension) => {
    const id = await storeOne(readStream('19-retry-flaky'), 'types');
    const response = await get(id, `?format=${format}`);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${id}.${extension}"`);
    expect((await bytesOf(response)).length).toBeGreaterThan(1000);
  });

  it('should know the same formats as the library', () => {
    expect([...STREAM_FORMATS]).toEqual([...EXPORT_FORMATS]);
  });

  it('should give JSON and CSV with every attempt', async () => {
    const id = await storeOne(readStream('19-retry-flaky'), 'tables');
    const { run, tests } = JSON.parse((await bytesOf(await get(id, '?format=json'))).toString()) as {
      run: { id: string };
      tests: { status: string; flaky: boolean; attempts: unknown[] }[];
    };
    expect(run.id).toBe(id);
    expect(tests).toHaveLength(35);
    expect(tests.filter(({ flaky }) => flaky)).toMatchObject([{ status: 'success', attempts: { length: 2 } }]);
    const lines = (await bytesOf(await get(id, '?format=csv'))).toString().split('\r\n');
    expect(lines[0]).toMatch(/^run,id,test,attempt,/);
    expect(lines).toHaveLength(1 + tests.reduce((sum, { attempts }) => sum + attempts.length, 0) + 1);
  });

  it('should compress where the client asks for it, and answer 304 where it has the run', async () => {
    const id = await storeOne(readStream('19-retry-flaky'), 'cached');
    const plain = await get(id);
    const compressed = await get(id, '', { 'accept-encoding': 'gzip' });
    expect(compressed.headers.get('content-encoding')).toBe('gzip');
    expect(compressed.headers.get('vary')).toBe('Accept-Encoding');
    const etag = plain.headers.get('etag') ?? '';
    expect(compressed.headers.get('etag')).toBe(etag);
    expect((await bytesOf(compressed)).equals(await bytesOf(plain))).toBe(true);
    const known = await get(id, '', { 'if-none-match': etag });
    expect([known.status, await known.text()]).toEqual([304, '']);
    expect((await get(id, '?format=json', { 'if-none-match': etag })).status).toBe(200);
    const head = await fetch(`${service.url}/v1/runs/${id}/stream`, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
  });

  it.each([
    ['an unknown run', '00000000-0000-4000-8000-000000000000', '', 404, 'run_not_found'],
    ['what is no id', 'latest', '', 400, 'bad_run_id'],
    ['an unknown format', '00000000-0000-4000-8000-000000000000', '?format=xml', 400, 'bad_parameter'],
    ['an unknown parameter', '00000000-0000-4000-8000-000000000000', '?limit=1', 400, 'unknown_parameter'],
  ])('should refuse %s with a problem document', async (_, id, query, status, code) => {
    const response = await get(id, query);
    expect(response.status).toBe(status);
    expect(problemSchema.parse(await response.json()).code).toBe(code);
  });

  it('should give back a run without tests', async () => {
    const file = encodeEvent({
      fileName: 'stdout',
      fileBytes: Buffer.from('nothing to run\n'),
      mimeType: 'text/plain',
    });
    const id = await storeOne(file, 'empty');
    expect(decodeAll(await bytesOf(await get(id)))).toMatchObject([
      { event: { testId: null, fileName: 'stdout', fileBytes: Buffer.from('nothing to run\n') } },
    ]);
    expect((await bytesOf(await get(id, '?format=subunit1'))).length).toBe(0);
  });

  it('should give back ids of several lines, times outside the protocol, and a worker that failed', async () => {
    const v1 = `time: 1960-01-01 00:00:00Z\ntest: old\ntime: 2200-01-01 00:00:00Z\nsuccess: old\n`;
    const id = await storeOne(Buffer.from(v1), 'old');
    expect(outcomesOf(await bytesOf(await get(id)))).toMatchObject([
      { id: 'old', attempts: [{ status: 'success', startMicros: null, stopMicros: null }] },
    ]);
    expect((await bytesOf(await get(id, '?format=subunit1'))).toString()).toBe(
      'time: 1960-01-01 00:00:00.000000Z\ntest: old\ntime: 2200-01-01 00:00:00.000000Z\nsuccess: old\n',
    );
    const failing = Buffer.concat([streamOf(['a\nb']), encodeEvent({ testId: 'process-returncode', status: 'fail' })]);
    const failed = await storeOne(failing, 'worker');
    const events = decodeAll(await bytesOf(await get(failed))).map((item) => item.kind === 'event' && item.event);
    expect(events.at(-1)).toMatchObject({ testId: 'process-returncode', status: 'fail' });
    expect(outcomesOf(await bytesOf(await get(failed, '?format=subunit1')))).toMatchObject([{ id: 'a\\nb' }]);
  });

  it('should say 410 for a run whose rows were pruned, all or some of them', async () => {
    const id = await storeOne(streamOf(['p.a', 'p.b']), 'pruned');
    await service.database.execute(
      'DELETE FROM test_runs WHERE run_id = (SELECT id FROM runs WHERE uuid = ?) ORDER BY test_id LIMIT 1',
      [id],
    );
    const response = await get(id);
    expect([response.status, problemSchema.parse(await response.json()).code]).toEqual([410, 'run_pruned']);
  });
});

describe('a reply that does not come to its end', () => {
  let id: string;
  beforeAll(async () => {
    const noise = randomBytes(32_000).toString('base64');
    const tests = Array.from({ length: 800 }, (_, index) => ({
      id: `big-${index}`,
      files: { log: `${index}${noise}` },
    }));
    id = await storeOne(streamOf(tests), 'big');
  });
  afterEach(() => proxy.mend());

  it.each(['identity', 'gzip'])('should break the connection when the database goes (%s)', async (encoding) => {
    const response = await get(id, '', { 'accept-encoding': encoding });
    const reader = response.body?.getReader();
    expect((await reader?.read())?.value?.length).toBeGreaterThan(0);
    proxy.cut();
    const readOn = async (): Promise<void> => {
      while ((await reader?.read())?.done === false) continue;
    };
    await expect(readOn()).rejects.toThrow();
    expect(service.lines).toContainEqual(
      expect.objectContaining({ path: `/v1/runs/${id}/stream`, code: 'database_unavailable' }),
    );
    proxy.mend();
    expect((await bytesOf(await get(id))).length).toBeGreaterThan(30_000_000);
  });

  it('should answer with a problem when the database is gone before', async () => {
    proxy.cut();
    const response = await get(id);
    expect([response.status, problemSchema.parse(await response.json()).code]).toEqual([503, 'database_unavailable']);
  });

  it('should read no further when the client leaves', async () => {
    const whole = await receivedWhile(async () => void (await bytesOf(await get(id))));
    const said = service.lines.length;
    const left = await receivedWhile(async () => {
      const leave = new AbortController();
      const response = await fetch(`${service.url}/v1/runs/${id}/stream`, { signal: leave.signal });
      await response.body?.getReader().read();
      leave.abort();
      await sleep(300);
    });
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(whole / 2);
    expect(service.lines.slice(said).filter(({ path }) => path === `/v1/runs/${id}/stream`)).toEqual([]);
  });

  /** Bytes from the database: as a reply waits for its client, what was read ahead is a few buffers, however slow the machine is. */
  async function receivedWhile(work: () => Promise<void>): Promise<number> {
    const before = proxy.received();
    await work();
    return proxy.received() - before;
  }
});

/** What version 1 can say of an outcome. */
function asVersion1({ id, attempts }: Outcome): Outcome {
  return { id: id.replaceAll('\n', '\\n'), attempts: attempts.map((attempt) => attemptAsVersion1(attempt)) };
}

function attemptAsVersion1(attempt: OutcomeAttempt): OutcomeAttempt {
  const { status, files, startMicros, stopMicros } = attempt;
  const times = { startMicros, stopMicros: stopMicros ?? startMicros };
  if (status !== 'inprogress' && status !== 'unknown') return { ...attempt, ...times, route: null };
  const reason = fileOutcome('reason', 'text/plain; charset=utf8', Buffer.from('This test never ended.\n'));
  return { ...attempt, ...times, route: null, status: 'fail', files: [...files, reason] };
}
