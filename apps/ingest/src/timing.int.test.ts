import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { decodeAll } from '@testmetrics/subunit';
import { START_MICROS, startTestService, streamOf } from './testing';
import type { TestInStream, TestService } from './testing';

/** Hostile to lists of lines, to shells and to URLs; all of them are names of tests. */
const HOSTILE = ['pkg.C.test_line\nbreak', 'pkg.C.test with space', 'pkg.C.test_p[a b]', 'pkg.C.test_p[c]'];

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
  await post('gate', 'nova', [
    timed('a.B.slow[id-1,smoke]', 90),
    timed('a.B.quick', 2),
    timed('a.C.gone', 4),
    timed('a.D.never[id-9]', 7, 'skip'),
  ]);
  await post('gate', 'nova', [timed('a.B.slow[id-2,gate]', 110), timed('a.B.quick', 4)], 1);
  await post('gate', 'neutron', [timed('a.N.other', 33)], 2);
  await post(
    'odd',
    '',
    HOSTILE.map((id, index) => timed(id, index + 1)),
  );
  await post('nothing', '', [{ id: 'x.y.hangs', status: 'inprogress' }]);
  let n = 0;
  while (await isPending()) {
    await sleep(50);
    if (n++ === 300) throw new Error(JSON.stringify(service.lines.slice(-6)));
  }
}, 180_000);
afterAll(() => service.dispose());

function timed(id: string, seconds: number, status: 'success' | 'skip' = 'success'): TestInStream {
  return { id, status, startMicros: START_MICROS, stopMicros: START_MICROS + seconds * 1e6 };
}

async function post(job: string, project: string, tests: readonly TestInStream[], hour = 0): Promise<void> {
  const runAt = new Date(START_MICROS / 1000 + hour * 3_600_000).toISOString();
  const query = new URLSearchParams({ 'meta.build_name': job, 'meta.project': project, run_at: runAt });
  const response = await fetch(`${service.url}/v1/runs?${query}`, { method: 'POST', body: streamOf(tests) });
  expect(response.status).toBe(201);
}

async function isPending(): Promise<boolean> {
  const rows = await service.database.rows('SELECT tm_rollup_pending.run_id FROM tm_rollup_pending LIMIT 1');
  return rows.length > 0;
}

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(service.url + path, { ...init, headers: { 'accept-encoding': 'identity', ...init.headers } });
}

async function json(path: string, init?: RequestInit): Promise<Record<string, unknown>> {
  return (await (await ask(path, init)).json()) as Record<string, unknown>;
}

describe('GET /v1/timing/average', () => {
  it('should give one success for every test that passed, with the mean over all jobs', async () => {
    const response = await ask('/v1/timing/average');
    expect(response.headers.get('content-type')).toBe('application/vnd.subunit');
    const events = [...decodeAll(new Uint8Array(await response.arrayBuffer()))].map((item) =>
      item.kind === 'event' ? item.event : item,
    ) as { testId: string; status: string; timestampMicros: number }[];
    const seconds = new Map<string, number>();
    for (const [index, { testId, status, timestampMicros }] of events.entries()) {
      if (status === 'success') seconds.set(testId, (timestampMicros - events[index - 1]!.timestampMicros) / 1e6);
    }
    expect(seconds.size * 2).toBe(events.length);
    expect(Object.fromEntries(seconds)).toMatchObject({ 'a.B.slow': 100, 'a.B.quick': 3, 'a.N.other': 33 });
    expect(seconds.has('a.D.never')).toBe(false);
  });

  it('should be the same for all who ask at the same time, compressed or not', async () => {
    const paths = ['identity', 'gzip', 'identity', 'gzip', 'gzip'];
    const responses = await Promise.all(
      paths.map((coding) => ask('/v1/timing/average', { headers: { 'accept-encoding': coding } })),
    );
    expect(responses.map(({ headers }) => headers.get('content-encoding'))).toEqual([
      null,
      'gzip',
      null,
      'gzip',
      'gzip',
    ]);
    const streams = await Promise.all(responses.map(async (one) => Buffer.from(await one.arrayBuffer())));
    const decoded = streams.map((stream) => [...decodeAll(new Uint8Array(stream))].length);
    expect(new Set(decoded)).toEqual(new Set([decoded[0]]));
    expect(decoded[0]).toBeGreaterThan(4);
  });

  it('should give version 1 where that is asked for, and refuse other formats', async () => {
    expect(await (await ask('/v1/timing/average?format=subunit1')).text()).toContain('success: a.B.slow');
    expect([await json('/v1/timing/average?format=csv')]).toMatchObject([{ status: 400 }]);
  });
});

describe('GET /v1/timing', () => {
  it('should be a stream of two packets a test, with the attributes of the newest run', async () => {
    const response = await ask('/v1/timing?job=gate&project=nova');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/vnd.subunit');
    expect(response.headers.get('content-encoding')).toBeNull();
    const seconds = new Map<string, number>();
    for (const item of decodeAll(new Uint8Array(await response.arrayBuffer()))) {
      if (item.kind !== 'event') throw new Error(`Expected packets only, found ${item.kind}.`);
      const { testId, status, timestampMicros } = item.event;
      const sign = status === 'success' ? 1 : -1;
      seconds.set(testId ?? '', (seconds.get(testId ?? '') ?? 0) + (sign * (timestampMicros ?? 0)) / 1e6);
    }
    expect(Object.fromEntries(seconds)).toEqual({
      'a.B.quick': 3,
      'a.B.slow[id-2,gate]': 100,
      'a.C.gone': 4,
      'a.D.never[id-9]': 7,
    });
  });

  it.each([
    ['last', 110],
    ['mean', 100],
    ['p90', 110],
  ])('should make the %s of the same durations', async (statistic, seconds) => {
    const body = await json(`/v1/timing?job=gate&project=nova&format=json&statistic=${statistic}`);
    expect(body).toMatchObject({ job: 'gate', project: ['nova'], branch: null, statistic });
    expect(body['items']).toContainEqual({
      id: 'a.B.slow[id-2,gate]',
      seconds,
      runs: 2,
      outcome: 'passed',
      last_seen: '2026-09-01T04:17:00.000000Z',
    });
  });

  it('should join projects where none is named, and leave out what did not run since then', async () => {
    const ids = async (query: string) =>
      ((await json(`/v1/timing?job=gate&format=json${query}`))['items'] as { id: string }[]).map(({ id }) => id);
    expect(await ids('')).toHaveLength(5);
    expect(await ids('&since=2026-09-01T04:00:00Z')).toEqual(['a.B.quick', 'a.B.slow[id-2,gate]', 'a.N.other']);
    expect(await ids('&project=neutron')).toEqual(['a.N.other']);
  });

  it('should compress for those who say that they undo it, and for nobody else', async () => {
    const plain = Buffer.from(await (await ask('/v1/timing?job=gate')).arrayBuffer());
    for (const coding of ['*', 'br', 'gzip;q=0', 'identity']) {
      const response = await ask('/v1/timing?job=gate', { headers: { 'accept-encoding': coding } });
      expect(response.headers.get('content-encoding')).toBeNull();
    }
    const { request } = await import('node:http');
    const packed = await new Promise<Buffer>((resolve, reject) => {
      const options = { headers: { 'accept-encoding': 'deflate, gzip' } };
      request(`${service.url}/v1/timing?job=gate`, options, (response) => {
        expect(response.headers['content-encoding']).toBe('gzip');
        expect(response.headers.vary).toMatch(/accept-encoding/i);
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(Buffer.concat(chunks)));
      })
        .on('error', reject)
        .end();
    });
    expect(gunzipSync(packed)).toEqual(plain);
  });

  it('should say 304 to those who have it, under a tag for each form', async () => {
    const first = await ask('/v1/timing?job=gate');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('no-cache');
    expect((await ask('/v1/timing?job=gate', { headers: { 'if-none-match': etag } })).status).toBe(304);
    const packed = await ask('/v1/timing?job=gate', { headers: { 'if-none-match': etag, 'accept-encoding': 'gzip' } });
    expect(packed.status).toBe(200);
  });

  it('should pack the files of stestr and testr as a tar', async () => {
    const archive = Buffer.from(await (await ask('/v1/timing?job=gate&project=nova&format=dbm')).arrayBuffer());
    expect(archive.subarray(0, 13).toString()).toBe('times.dbm.dat');
    expect(archive.includes("'a.B.slow[id-2,gate]', (")).toBe(true);
    expect(archive.includes("'a.B.slow', (")).toBe(true);
  });

  it.each([
    ['job=gat', 404, 'job_not_found', ['gate']],
    ['job=gate&project=nov', 404, 'project_not_found', ['nova']],
    ['job=gate&branch=master', 404, 'branch_not_found', undefined],
    ['job=nothing', 404, 'no_timing', undefined],
    ['job=gate&since=2031-01-01T00:00:00Z', 404, 'no_timing', undefined],
    ['job=gate&since=yesterday', 400, 'bad_time', undefined],
    ['job=gate&statistic=max', 400, 'bad_parameter', undefined],
    ['job=gate&format=xml', 400, 'bad_parameter', undefined],
    ['job=gate&limit=5', 400, 'unknown_parameter', undefined],
    ['', 400, 'bad_parameter', undefined],
  ])('should refuse ?%s with a problem and no stream', async (query, status, code, suggestions) => {
    const response = await ask(`/v1/timing?${query}`);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const problem = (await response.json()) as Record<string, unknown>;
    expect(problem['code']).toBe(code);
    if (suggestions !== undefined) expect(problem['suggestions']).toEqual(suggestions);
  });
});

describe('/v1/split', () => {
  it('should share out all tests, the longest first', async () => {
    const body = await json('/v1/split?job=gate&project=nova&workers=2');
    expect(body).toMatchObject({ workers: 2, tests: 4, unknown: 0, seconds: 114 });
    expect(body['items']).toEqual([
      { worker: 1, seconds: 100, tests: ['a.B.slow[id-2,gate]'] },
      { worker: 2, seconds: 14, tests: ['a.B.quick', 'a.C.gone', 'a.D.never[id-9]'] },
    ]);
  });

  it('should place tests of a list that nobody has run yet', async () => {
    const list = ['a.B.brand_new', 'a.B.slow', 'somewhere.else', 'a.B.quick'].join('\n');
    const body = await json('/v1/split?job=gate&workers=2', { method: 'POST', body: list });
    expect(body).toMatchObject({ tests: 4, unknown: 2 });
    expect(body['items']).toEqual([
      { worker: 1, seconds: 100, tests: ['a.B.slow'] },
      { worker: 2, seconds: 51.5 + 7 + 3, tests: ['a.B.brand_new', 'somewhere.else', 'a.B.quick'] },
    ]);
    const array = await json('/v1/split?job=gate&workers=2', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(list.split('\n')),
    });
    expect(array).toEqual(body);
  });

  it('should give the lines of one worker, and none to a worker without tests', async () => {
    const lines = async (worker: number) =>
      (await ask(`/v1/split?job=gate&project=neutron&workers=3&worker=${worker}&format=text`)).text();
    expect(await lines(1)).toBe('a.N.other\n');
    expect(await lines(3)).toBe('');
  });

  it('should carry every name in JSON, and refuse lines where a name has several', async () => {
    const body = await json('/v1/split?job=odd&workers=1');
    const [share] = body['items'] as { tests: string[] }[];
    expect([...(share?.tests ?? [])].sort()).toEqual([...HOSTILE].sort());
    const refused = await ask('/v1/split?job=odd&workers=1&worker=1&format=text');
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: 'name_with_line_break' });
  });

  it.each([
    ['job=gate&workers=0', 400, 'bad_parameter'],
    ['job=gate&workers=1000000000', 400, 'bad_parameter'],
    ['job=gate&workers=two', 400, 'bad_parameter'],
    ['job=gate', 400, 'bad_parameter'],
    ['job=gate&workers=2&worker=0', 400, 'bad_parameter'],
    ['job=gate&workers=2&worker=3', 400, 'bad_worker'],
    ['job=gate&workers=2&format=text', 400, 'no_worker'],
    ['job=gatee&workers=2', 404, 'job_not_found'],
  ])('should refuse ?%s', async (query, status, code) => {
    const response = await ask(`/v1/split?${query}`);
    expect({ status: response.status, body: await response.json() }).toMatchObject({ status, body: { code } });
  });

  it.each([
    ['', 'text/plain', 400, 'no_tests'],
    ['\n\n', 'text/plain', 400, 'no_tests'],
    ['{"tests"', 'application/json', 400, 'bad_list'],
    ['[1]', 'application/json', 400, 'bad_list'],
    ['x'.repeat(17 * 1024 * 1024), 'text/plain', 413, 'list_too_large'],
  ])('should refuse a list that is none', async (body, type, status, code) => {
    const init = { method: 'POST', body, headers: { 'content-type': type } };
    const response = await ask('/v1/split?job=gate&workers=2', init);
    expect({ status: response.status, body: await response.json() }).toMatchObject({ status, body: { code } });
  });
});
