import { setTimeout as sleep } from 'node:timers/promises';
import { problemSchema } from '@testmetrics/api-contract';
import { RawClient, startTestService, streamOf } from './testing';
import type { RawReply, TestService } from './testing';

const STREAM = streamOf(
  Array.from({ length: 200 }, (_, index) => ({ id: `test-${index}`, files: { log: 'x'.repeat(500) } })),
);

describe('clients that are slow, many, or die', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService({
      env: {
        TESTMETRICS_UPLOAD_IDLE: '400ms',
        TESTMETRICS_UPLOAD_TIME: '3s',
        TESTMETRICS_UPLOAD_MIN_RATE: '1000',
        TESTMETRICS_MAX_PARALLEL_UPLOADS: '3',
        TESTMETRICS_SPOOL_MEMORY: '1K',
        TESTMETRICS_HEADER_TIME: '500ms',
      },
    });
  });
  afterAll(() => service.dispose());

  const storedRuns = async (): Promise<number> => {
    const [row] = await service.database.rows<{ n: number }>('SELECT COUNT(*) AS n FROM runs');
    return row?.n ?? -1;
  };

  const begin = (name: string, length = STREAM.length): RawClient => {
    const client = new RawClient(service.port);
    client.send(
      `POST /v1/runs?meta.build_name=${name} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${length}\r\n\r\n`,
    );
    return client;
  };

  const codeOf = ({ body }: RawReply): string => problemSchema.parse(JSON.parse(body)).code;

  const until = async (isTrue: () => boolean | Promise<boolean>): Promise<void> => {
    while (!(await isTrue())) await sleep(10);
  };

  it('should end a client that falls silent', async () => {
    const client = begin('silent');
    client.send(STREAM.subarray(0, 5000));
    const reply = await client.reply();
    expect(reply.status).toBe(408);
    expect(codeOf(reply)).toBe('upload_too_slow');
    await until(() => !client.isOpen);
    expect(await service.spools()).toEqual([]);
  });

  it('should end a client that sends a byte now and then', async () => {
    const client = begin('trickle');
    const started = Date.now();
    for (let at = 0; client.isOpen && Date.now() - started < 10_000; at++) {
      client.send(STREAM.subarray(at, at + 1));
      await sleep(50);
    }
    const reply = await client.reply();
    expect(reply.status).toBe(408);
    expect(JSON.parse(reply.body)).toMatchObject({
      code: 'upload_too_slow',
      found: expect.stringMatching(/bytes a second/),
    });
    expect(Date.now() - started).toBeLessThan(3000);
  });

  it('should end a client that takes too long in all, though it is never too slow', async () => {
    const client = begin('endless', 100_000_000);
    while (client.isOpen) {
      client.send(STREAM.subarray(0, 2000));
      await sleep(50);
    }
    const reply = await client.reply();
    expect(codeOf(reply)).toBe('upload_too_slow');
    expect(reply.headers.get('connection')).toBe('close');
  });

  it('should end a client that never finishes the head of its request', async () => {
    const client = new RawClient(service.port);
    client.send('POST /v1/runs HTTP/1.1\r\nHost: x\r\n');
    const reply = await client.reply();
    expect(reply.status).toBe(408);
    expect(codeOf(reply)).toBe('request_too_slow');
  });

  it('should store nothing of a client that dies half-way, and keep no spool', async () => {
    const before = await storedRuns();
    const client = begin('dies');
    client.send(STREAM.subarray(0, STREAM.length - 50));
    await until(async () => (await service.spools()).length === 1);
    client.die();
    await until(async () => (await service.spools()).length === 0);
    expect(await storedRuns()).toBe(before);
    await until(() => service.lines.some((line) => line['code'] === 'client_gone'));
  });

  it('should store the run of a client that dies before its answer, and know the retry', async () => {
    const before = await storedRuns();
    await service.database.execute('CREATE TRIGGER slow BEFORE INSERT ON runs FOR EACH ROW DO SLEEP(0.5)');
    const client = begin('impatient');
    client.send(STREAM);
    await sleep(250);
    client.die();
    const retry = () => fetch(`${service.url}/v1/runs?meta.build_name=impatient`, { method: 'POST', body: STREAM });
    await until(async () => (await storedRuns()) === before + 1);
    await service.database.execute('DROP TRIGGER slow');
    expect((await retry()).status).toBe(200);
    expect(await storedRuns()).toBe(before + 1);
  });

  it('should turn uploads away at once when it has enough, and take them when it has room again', async () => {
    const slow = ['slow-1', 'slow-2', 'slow-3'].map((name) => begin(name));
    slow.forEach((client) => client.send(STREAM.subarray(0, 100)));
    await until(async () =>
      (await (await fetch(`${service.url}/metrics`)).text()).includes('testmetrics_uploads_in_progress 3'),
    );
    const started = Date.now();
    const refused = await fetch(`${service.url}/v1/runs?meta.build_name=extra`, { method: 'POST', body: STREAM });
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(problemSchema.parse(await refused.json()).code).toBe('too_many_uploads');
    expect(Date.now() - started).toBeLessThan(300);
    slow.forEach((client) => client.send(STREAM.subarray(100)));
    expect((await Promise.all(slow.map((client) => client.reply()))).map(({ status }) => status)).toEqual([
      201, 201, 201,
    ]);
    const taken = await fetch(`${service.url}/v1/runs?meta.build_name=extra`, { method: 'POST', body: STREAM });
    expect(taken.status).toBe(201);
  });

  it('should keep its slots in order whatever ends an upload', async () => {
    for (let round = 0; round < 10; round++) {
      const client = begin(`abandoned-${round}`);
      client.send(STREAM.subarray(0, 1000));
      await sleep(10);
      client.die();
    }
    await until(async () =>
      (await (await fetch(`${service.url}/metrics`)).text()).includes('testmetrics_uploads_in_progress 0'),
    );
    expect(await service.spools()).toEqual([]);
  });
});

describe('shutting down', () => {
  it('should finish what it accepted, take nothing new, and end', async () => {
    const service = await startTestService();
    const client = new RawClient(service.port);
    client.send(`POST /v1/runs?meta.x=last HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${STREAM.length}\r\n\r\n`);
    client.send(STREAM.subarray(0, 1000));
    await sleep(100);
    const stopped = service.stop();
    await sleep(50);
    await expect(fetch(`${service.url}/healthz`)).rejects.toThrow();
    client.send(STREAM.subarray(1000));
    const reply = await client.reply();
    expect(reply.status).toBe(201);
    expect(reply.headers.get('connection')).toBe('close');
    await stopped;
    expect(client.isOpen).toBe(false);
    await service.dispose();
  });
});
