import { problemSchema } from '@testmetrics/api-contract';
import type { RunListBody } from '@testmetrics/api-contract';
import { startTestService, streamOf } from './testing';
import type { TestService } from './testing';

const RUN_COLUMNS =
  'id,duplicate,job,project,branch,commit,run_at,tests.total,tests.success,tests.fail,tests.skip,tests.xfail,' +
  'tests.uxsuccess,tests.unfinished,tests.flaky,seconds.sum,seconds.wall,complete,damage,metadata,artifacts';

describe('replies', () => {
  let service: TestService;
  let run = '';
  beforeAll(async () => {
    service = await startTestService();
    run = await upload('meta.build_name=@scope/job&run_at=2026-05-01T00:00:00Z', ['=HYPERLINK("http://x")', 'b', 'c']);
    await upload('meta.build_name=plain&run_at=2026-05-02T00:00:00Z', ['a']);
  });
  afterAll(() => service.dispose());

  const upload = async (query: string, tests: Parameters<typeof streamOf>[0]): Promise<string> => {
    const response = await fetch(`${service.url}/v1/runs?${query}`, { method: 'POST', body: streamOf(tests) });
    expect(response.status).toBe(201);
    return ((await response.json()) as { id: string }).id;
  };

  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`${service.url}${path}`, { method, headers });

  it.each(['/v1/runs', '/v1/runs?format=csv', '/v1/runs/RUN', '/v1/runs/RUN/tests', '/openapi.json'])(
    'should send nothing of %s to who has it already',
    async (template) => {
      const path = template.replace('RUN', run);
      const first = await get(path);
      const etag = first.headers.get('etag') ?? '';
      expect(etag).toMatch(/^"[\w-]{27}"$/);
      expect(first.headers.get('cache-control')).toMatch(/^(no-cache|max-age=\d+)$/);
      for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await get(path, { 'If-None-Match': known });
        expect([known, again.status, await again.text()]).toEqual([known, 304, '']);
        expect(again.headers.get('etag')).toBe(etag);
      }
      expect((await get(path, { 'If-None-Match': '"other"' })).status).toBe(200);
      const head = await get(path, {}, 'HEAD');
      expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
    },
  );

  it('should send again what has changed', async () => {
    await upload('meta.build_name=changing', ['b']);
    const etag = (await get('/v1/runs?job=changing')).headers.get('etag') ?? '';
    await upload('meta.build_name=changing', ['a']);
    expect((await get('/v1/runs?job=changing', { 'If-None-Match': etag })).status).toBe(200);
  });

  it.each([
    ['a parameter', '/v1/runs?format=csv&until=2026-05-03T00:00:00Z', {}],
    ['a header', '/v1/runs?until=2026-05-03T00:00:00Z', { Accept: 'text/csv' }],
    ['a header among others', '/v1/runs?until=2026-05-03T00:00:00Z', { Accept: 'application/json;q=0.5, text/csv' }],
    ['a parameter that wins over a header', '/v1/runs?format=csv&until=2026-05-03T00:00:00Z', { Accept: 'image/png' }],
  ])('should send a list as CSV where %s asks for it', async (_by, path, headers) => {
    const reply = await get(path, headers);
    expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(reply.headers.get('vary')).toMatch(/Accept/);
    const lines = (await reply.text()).split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe(RUN_COLUMNS);
    expect(lines[1]).toMatch(/^[\w-]{36},false,plain,,,,2026-05-02T00:00:00\.000000Z,1,1,0,/);
    expect(lines[2]).toContain(",false,'@scope/job,");
    expect(reply.headers.get('x-csv-guarded')).toBe('1');
  });

  it('should mark what a spreadsheet would run, in CSV only', async () => {
    const csv = await (await get(`/v1/runs/${run}/tests?format=csv`)).text();
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")",success,false,`);
    expect(await (await get(`/v1/runs/${run}/tests`)).text()).toContain('"test":"=HYPERLINK(\\"http://x\\")"');
  });

  it('should give an empty list its columns', async () => {
    const reply = await get('/v1/runs?until=2001-01-01T00:00:00Z&format=csv');
    expect(await reply.text()).toBe(`${RUN_COLUMNS}\r\n`);
    expect(reply.headers.get('link')).toBeNull();
  });

  it('should link to the next page, in CSV too', async () => {
    const { next } = (await (await get('/v1/runs?limit=1')).json()) as RunListBody;
    const reply = await get('/v1/runs?limit=1&format=csv&job=%40scope%2Fjob');
    expect(reply.headers.get('link')).toBeNull();
    const link = (await get('/v1/runs?format=csv&limit=1')).headers.get('link');
    expect(link).toBe(`</v1/runs?format=csv&limit=1&cursor=${encodeURIComponent(next ?? '')}>; rel="next"`);
    const second = await get(/<(.*)>/.exec(link ?? '')?.[1] ?? '');
    expect((await second.text()).split('\r\n')).toHaveLength(3);
  });

  it.each([
    ['/v1/runs', 'image/png', 'application/json or text/csv'],
    ['/v1/runs', 'text/csv;q=0, application/json;q=0', 'application/json or text/csv'],
    ['/v1/runs/RUN', 'text/csv', 'application/json'],
  ])('should not send %s as %s', async (path, accept, expected) => {
    const reply = await get(path.replace('RUN', run), { Accept: accept });
    const problem = problemSchema.parse(await reply.json());
    expect([reply.status, problem.code, problem.expected]).toEqual([406, 'not_acceptable', expected]);
    expect(problem.found).toContain(accept);
  });

  it.each(['*/*', 'text/html, */*;q=0.1', 'application/*'])('should send JSON where %s is accepted', async (accept) => {
    expect((await get('/v1/runs', { Accept: accept })).headers.get('content-type')).toMatch(/^application\/json/);
  });

  it('should refuse another format by name', async () => {
    const problem = problemSchema.parse(await (await get('/v1/runs?format=xml')).json());
    expect([problem.status, problem.code, problem.expected]).toEqual([400, 'bad_parameter', 'json or csv']);
  });
});
