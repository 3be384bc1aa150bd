import { OPERATIONS, problemSchema } from '@testmetrics/api-contract';
import type { z } from 'zod';
import { START_MICROS, startTestService, streamOf } from './testing';
import type { TestService } from './testing';

/** What breaks careless paths, queries and SQL. */
const ODD = ['a/b%2F c', 'quoted "it\'s" \\ é☃', 'two\nlines', 'failing', '%', 'x?y=1&z#w', '42'];
const JOB = 'ci/unit 100%';
const RANGE = 'since=2026-08-20T00:00:00Z&until=2026-09-10T00:00:00Z';

let service: TestService;
const runs: string[] = [];
/** Lists of the database before anything was in it. */
const empty: object[] = [];

beforeAll(async () => {
  service = await startTestService();
  for (const path of ['/v1/jobs', '/v1/projects', '/v1/metadata/keys', '/v1/tests', '/v1/tests/never-failing']) {
    empty.push((await get(path)).body);
  }
  for (const minute of [0, 1, 2]) {
    const body = streamOf([
      { id: 't.Api.test_list' },
      { id: 't.Api.test_show', status: minute === 1 ? 'fail' : 'success', files: { traceback: 'Error: no\n' } },
      ...ODD.map((id) => ({ id })),
    ]);
    const at = new Date(START_MICROS / 1000 + minute * 60_000).toISOString();
    const query = new URLSearchParams({
      'meta.build_name': JOB,
      'meta.project': 'nova',
      'meta.node': `rack-${minute % 2}`,
      run_at: at,
    });
    const reply = await fetch(`${service.url}/v1/runs?${query}`, { method: 'POST', body });
    runs.push(((await reply.json()) as { id: string }).id);
  }
  await counted();
}, 180_000);
afterAll(() => service.dispose());

/** Totals are brought up by the rollup loop, which every upload wakes. */
async function counted(): Promise<void> {
  for (;;) {
    const rows = await service.database.rows('SELECT tm_rollup_pending.run_id FROM tm_rollup_pending LIMIT 1');
    if (rows.length === 0) return;
  }
}

async function get(path: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(service.url + path);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const encoded = encodeURIComponent;
const PATHS: Readonly<Record<string, () => string>> = {
  '/v1/jobs': () => '/v1/jobs',
  '/v1/jobs/{job}/trend': () => `/v1/jobs/${encoded(JOB)}/trend`,
  '/v1/jobs/{job}/tests': () => `/v1/jobs/${encoded(JOB)}/tests`,
  '/v1/projects': () => '/v1/projects',
  '/v1/metadata/keys': () => '/v1/metadata/keys',
  '/v1/metadata/{key}/values': () => '/v1/metadata/node/values',
  '/v1/tests': () => '/v1/tests',
  '/v1/tests/failing': () => '/v1/tests/failing',
  '/v1/tests/flaky': () => '/v1/tests/flaky',
  '/v1/tests/slowest': () => '/v1/tests/slowest',
  '/v1/tests/never-failing': () => '/v1/tests/never-failing',
  '/v1/tests/{id}': () => '/v1/tests/t.Api.test_show',
  '/v1/tests/{id}/history': () => '/v1/tests/t.Api.test_show/history',
  '/v1/runs/{a}/compare/{b}': () => `/v1/runs/${runs[0]}/compare/${runs[1]}`,
  '/v1/failures/recent': () => '/v1/failures/recent',
};

const ANSWERS = Object.entries(PATHS).map(([path, example]) => {
  const operation = OPERATIONS.find((one) => one.path === path && one.method === 'get');
  return [path, { operation, example }] as const;
});

describe.each(ANSWERS)('GET %s', (path, { operation, example }) => {
  const extra = path.endsWith('never-failing') ? '&min_runs=1' : '';
  const query = () => (path.includes('compare') ? '' : `?${RANGE}${extra}`);
  const [and, first] = path.includes('compare') ? ['?', '?'] : ['&', '?'];

  it('should answer in the form that the OpenAPI document describes', async () => {
    const { status, body } = await get(`${example()}${query()}`);
    expect(status).toBe(200);
    const schema = operation?.replies[200]?.schema as z.ZodObject;
    expect(schema.strict().parse(body)).toEqual(body);
    if (path !== '/v1/tests/flaky' && 'items' in body) expect(body['items']).not.toEqual([]);
  });

  it('should answer with 304 who has the answer', async () => {
    const url = `${service.url}${example()}${query()}`;
    const etag = (await fetch(url)).headers.get('etag') ?? '';
    expect((await fetch(url, { headers: { 'If-None-Match': etag } })).status).toBe(304);
  });

  it('should name every mistake of a query', async () => {
    const { status, body } = await get(`${example()}${first}nonsense=1&since=yesterday`);
    expect(status).toBe(400);
    expect(problemSchema.parse(body).errors?.length).toBeGreaterThan(0);
  });

  if (operation?.replies[200]?.alsoCsv !== true) return;

  it('should give the same items as CSV', async () => {
    const { body } = await get(`${example()}${query()}`);
    const response = await fetch(`${service.url}${example()}${query()}${and}format=csv`);
    expect(response.headers.get('content-type')).toContain('text/csv');
    const text = await response.text();
    const [item] = body['items'] as object[];
    if (item !== undefined) expect(text.startsWith(Object.keys(item).join(','))).toBe(true);
  });

  it.each(['limit=0', 'limit=1000000000', 'limit=-1', 'limit=', 'cursor=broken', 'cursor=W10'])(
    'should refuse %s',
    async (parameter) => {
      const { status, body } = await get(`${example()}${query()}${and}${parameter}`);
      expect(status).toBe(400);
      expect(problemSchema.parse(body).expected).toBeDefined();
    },
  );
});

describe('names in paths', () => {
  it.each(ODD.filter((name) => name !== 'failing'))('should find the test %j', async (name) => {
    const { status, body } = await get(`/v1/tests/${encoded(name)}?${RANGE}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ test: name, runs: 3, passed: 3, ever: { runs: 3 } });
  });

  it('should find a test by its number where a fixed path has its name', async () => {
    const { body } = await get(`/v1/tests?search=failing&${RANGE}`);
    const [{ id }] = body['items'] as [{ id: number }];
    expect((await get(`/v1/tests/${id}/history?${RANGE}`)).body).toMatchObject({ test: 'failing', id });
  });

  it('should tell names that differ in their case apart', async () => {
    expect((await get(`/v1/tests/T.api.TEST_LIST?${RANGE}`)).body).toMatchObject({
      code: 'test_not_found',
      suggestions: expect.arrayContaining(['t.Api.test_list']),
    });
  });

  it.each([
    ['/v1/jobs/ci%2Funit%20100/trend', 'job_not_found', JOB],
    ['/v1/jobs/ci%2Funit%20100/tests', 'job_not_found', JOB],
    ['/v1/tests?project=nvoa', 'project_not_found', 'nova'],
    ['/v1/failures/recent?branch=x', 'branch_not_found', undefined],
    ['/v1/metadata/nodes/values', 'key_not_found', 'node'],
    ['/v1/tests/t.Api.test_lst/history', 'test_not_found', 't.Api.test_list'],
  ])('should suggest what was meant by %s', async (path, code, suggestion) => {
    const { status, body } = await get(`${path}${path.includes('?') ? '&' : '?'}${RANGE}`);
    expect(status).toBe(404);
    expect(body['code']).toBe(code);
    if (suggestion !== undefined) expect(body['suggestions']).toEqual(expect.arrayContaining([suggestion]));
  });

  it('should refuse what is not encoded as UTF-8, and what is too long', async () => {
    expect((await get('/v1/tests/%ff')).body['code']).toBe('bad_url');
    expect((await get(`/v1/tests/${'x'.repeat(5000)}`)).body).toMatchObject({ status: 400, code: 'text_too_long' });
  });
});

describe('filters', () => {
  it('should take metadata, and several values of a name', async () => {
    const { body } = await get(`/v1/jobs?meta.node=rack-0&job=${encoded(JOB)}&job=&${RANGE}`);
    expect(body['items']).toMatchObject([{ job: JOB, runs: 2, failed: 0 }]);
  });

  it('should refuse a range that ends before it begins, and metadata without a key', async () => {
    const backwards = await get('/v1/jobs?since=2026-09-02T00:00:00Z&until=2026-09-01T00:00:00Z');
    expect(backwards.body).toMatchObject({ status: 400, code: 'bad_range' });
    expect((await get('/v1/jobs?meta.=x')).body).toMatchObject({ status: 400, code: 'bad_parameter' });
  });

  it('should lead from page to page by the header Link', async () => {
    const response = await fetch(`${service.url}/v1/tests?limit=2&${RANGE}`);
    const next = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1] ?? '';
    const [first, second] = [(await response.json()) as { items: object[] }, (await get(next)).body];
    expect(first.items.length).toBe(2);
    expect(second['items']).not.toEqual(first.items);
  });
});

describe('an empty database', () => {
  it('should be answered with empty lists', () => {
    for (const body of empty) expect(body).toMatchObject({ items: [], next: null });
  });
});
