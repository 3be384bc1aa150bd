import { problemSchema, readySchema } from '@testmetrics/api-contract';
import type { ProblemBody } from '@testmetrics/api-contract';
import { RawClient, startTestService, streamOf } from './testing';
import type { RawReply, TestService } from './testing';

describe('the service over HTTP', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService({ env: { TESTMETRICS_MAX_HEADER: '16K' } });
  });
  afterAll(() => service.dispose());

  const get = (path: string, method = 'GET') => fetch(`${service.url}${path}`, { method });

  const raw = async (text: string): Promise<RawReply> => {
    const client = new RawClient(service.port);
    client.send(text);
    return client.reply();
  };

  const problemOf = ({ status, headers, body }: RawReply): ProblemBody => {
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const problem = problemSchema.parse(JSON.parse(body));
    expect(problem.status).toBe(status);
    return problem;
  };

  it('should say that it is alive and ready', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'alive' });
    expect(readySchema.parse(await (await get('/readyz')).json()).database).toMatch(/^(mariadb|mysql) /);
  });

  it('should give metrics', async () => {
    await fetch(`${service.url}/v1/runs?meta.build_name=metrics`, { method: 'POST', body: streamOf(['a', 'b']) });
    await fetch(`${service.url}/v1/runs`, { method: 'POST', body: 'text' });
    const text = await (await get('/metrics')).text();
    expect(text).toContain('testmetrics_uploads_total{result="stored"} 1');
    expect(text).toContain('testmetrics_uploads_refused_total{code="no_subunit"} 1');
    expect(text).toContain('testmetrics_tests_total 2');
    expect(text).toMatch(/testmetrics_rollup_lag_seconds [\d.]+/);
    expect(text).toContain('testmetrics_uploads_in_progress 0');
    expect(text).toMatch(/testmetrics_http_request_seconds_count\{method="POST",route="\/v1\/runs",status="201"\} 1/);
  });

  it.each([
    ['/', 'GET', 404, 'not_found'],
    ['/v2/runs', 'POST', 404, 'not_found'],
    ['/v1/runs/x/y/z', 'GET', 404, 'not_found'],
    ['/v1/runs', 'DELETE', 405, 'method_not_allowed'],
    ['/healthz', 'POST', 405, 'method_not_allowed'],
    ['/v1/runs/00000000-0000-0000-0000-000000000000', 'PUT', 405, 'method_not_allowed'],
    ['/v1/runs/42', 'GET', 400, 'bad_run_id'],
    ['/v1/runs/00000000-0000-0000-0000-000000000000', 'GET', 404, 'run_not_found'],
    ['/v1/runs/00000000-0000-0000-0000-000000000000?x=1', 'GET', 400, 'unknown_parameter'],
    ['/v1/runs/%E0%A4%A', 'GET', 400, 'bad_url'],
  ])('should answer %s %s with a problem', async (path, method, status, code) => {
    const response = await get(path, method);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const problem = problemSchema.parse(await response.json());
    expect(problem).toMatchObject({ status, code, type: `urn:testmetrics:problem:${code}` });
    expect(problem.instance).toBe(`urn:testmetrics:request:${response.headers.get('x-request-id')}`);
  });

  it('should name the methods that there are', async () => {
    expect((await get('/v1/runs', 'DELETE')).headers.get('allow')).toBe('POST, GET, HEAD, OPTIONS');
    expect((await get('/healthz', 'OPTIONS')).status).toBe(204);
    expect((await get('/healthz', 'HEAD')).status).toBe(200);
  });

  it.each([
    [
      'a head that is too large',
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
      'header_too_large',
    ],
    ['a URL that is too long', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431, 'header_too_large'],
    ['something else than HTTP', 'SSH-2.0-OpenSSH_9.2\r\n\r\n', 400, 'bad_request'],
    ['a TLS greeting', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400, 'bad_request'],
    [
      'two lengths',
      'POST /v1/runs HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
      'bad_request',
    ],
    [
      'a chunk of no size',
      'POST /nowhere HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      400,
      'bad_request',
    ],
  ])('should answer %s with a problem', async (_, text, status, code) => {
    const reply = await raw(text);
    if (reply.status === 404) return;
    expect(problemOf(reply)).toMatchObject({ status, code });
  });

  it('should answer a client that asks before it sends without taking the body', async () => {
    const head =
      'POST /v1/runs?run_id=x HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000000\r\nExpect: 100-continue\r\n\r\n';
    const reply = await raw(head);
    expect(problemOf(reply).code).toBe('bad_run_id');
  });

  it('should tell a client that asks and may send to go on', async () => {
    const stream = streamOf(['asked-first']);
    const client = new RawClient(service.port);
    client.send(
      `POST /v1/runs?meta.x=continue HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${stream.length}\r\nExpect: 100-continue\r\n\r\n`,
    );
    while (!client.text.includes('100 Continue')) await new Promise((resolve) => setTimeout(resolve, 5));
    client.send(stream);
    expect((await client.reply()).status).toBe(201);
  });

  it('should answer before a long body has come, and keep the answer readable', async () => {
    const client = new RawClient(service.port);
    client.send('POST /v1/runs?run_id=x HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 50000000\r\n\r\n');
    for (let sent = 0; sent < 20; sent++) client.send(Buffer.alloc(1_000_000));
    expect(problemOf(await client.reply()).code).toBe('bad_run_id');
    client.die();
  });

  it('should hide what it does not know behind an id', async () => {
    const close = jest
      .spyOn(service.database.constructor.prototype, 'rows')
      .mockRejectedValueOnce(new Error('secret text'));
    const response = await get('/readyz');
    close.mockRestore();
    const body = await response.text();
    expect(response.status).toBe(500);
    expect(body).not.toContain('secret text');
    const id = response.headers.get('x-request-id');
    expect(problemSchema.parse(JSON.parse(body))).toMatchObject({
      code: 'internal_error',
      instance: `urn:testmetrics:request:${id}`,
    });
    expect(service.lines.find((line) => line['requestId'] === id)).toMatchObject({
      level: 'error',
      err: { message: 'secret text' },
    });
  });
});
