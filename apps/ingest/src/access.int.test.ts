import { problemSchema } from '@testmetrics/api-contract';
import { randomUUID } from 'node:crypto';
import { RawClient, startTestService, streamOf } from './testing';
import type { TestService } from './testing';

const upload = ({ url }: TestService, headers: Record<string, string> = {}) =>
  fetch(`${url}/v1/runs?meta.x=${randomUUID()}`, { method: 'POST', body: streamOf(['a']), headers });

describe('with write tokens', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService({ env: { TESTMETRICS_WRITE_TOKENS: 'ci:s3cret, other:pa:ss' } });
  });
  afterAll(() => service.dispose());

  it.each(['Bearer s3cret', 'bearer  pa:ss'])('should let the bearer of %s write', async (authorization) => {
    expect((await upload(service, { authorization })).status).toBe(201);
  });

  it.each([
    undefined,
    'Bearer wrong',
    'Bearer',
    'Bearer ci:s3cret',
    'Basic czNjcmV0',
    'Bearer s3cret2',
    'Bearer S3CRET',
  ])('should refuse %s', async (authorization) => {
    const response = await upload(service, authorization === undefined ? {} : { authorization });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(problemSchema.parse(await response.json()).code).toBe('unauthorized');
  });

  it('should name the writer in the log, and never a secret', async () => {
    await upload(service, { authorization: 'Bearer s3cret' });
    expect(service.lines.at(-1)).toMatchObject({ msg: 'run stored', writer: 'ci' });
    expect(JSON.stringify(service.lines)).not.toMatch(/s3cret|pa:ss/);
  });

  it('should let anyone read', async () => {
    expect((await fetch(`${service.url}/v1/runs/${randomUUID()}`)).status).toBe(404);
  });
});

describe('without write tokens', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService();
  });
  afterAll(() => service.dispose());

  it('should let programs of this machine write', async () => {
    expect((await upload(service)).status).toBe(201);
  });

  it.each([
    ['what a proxy passes on', 'X-Forwarded-For: 203.0.113.7\r\nHost: 127.0.0.1'],
    ['a web page of elsewhere', 'Origin: https://evil.example\r\nHost: 127.0.0.1'],
    ['a name that was made to point here', 'Host: evil.example:8080'],
  ])('should refuse %s', async (_, headers) => {
    const client = new RawClient(service.port);
    const body = streamOf(['a']);
    client.send(`POST /v1/runs HTTP/1.1\r\n${headers}\r\nContent-Length: ${body.length}\r\n\r\n`);
    client.send(body);
    const reply = await client.reply();
    expect([reply.status, problemSchema.parse(JSON.parse(reply.body)).code]).toEqual([403, 'forbidden']);
  });
});
