import { problemSchema } from '@testmetrics/api-contract';
import { migrate } from '@testmetrics/database';
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { RawClient, startServiceBehindProxy, startTestService, streamOf } from './testing';
import type { TcpProxy, TestService } from './testing';

const STREAM = streamOf(
  Array.from({ length: 300 }, (_, index) => ({ id: `fault-${index}`, files: { log: 'x'.repeat(500) } })),
);

const upload = (service: TestService, name: string, body = STREAM) =>
  fetch(`${service.url}/v1/runs?meta.build_name=${name}`, { method: 'POST', body });

const codeOf = async (response: Response): Promise<string> => problemSchema.parse(await response.json()).code;

const storedRuns = async ({ database }: TestService): Promise<number> => {
  const [row] = await database.rows<{ n: number }>('SELECT COUNT(*) AS n FROM runs');
  return row?.n ?? -1;
};

describe('a database that is gone', () => {
  let proxy: TcpProxy;
  let service: TestService;
  let dispose: () => Promise<void>;
  beforeAll(async () => {
    ({ proxy, service, dispose } = await startServiceBehindProxy());
  });
  afterAll(() => dispose());
  afterEach(() => proxy.mend());

  it('should answer 503 while it is gone, and store when it is back', async () => {
    proxy.cut();
    const refused = await upload(service, 'gone');
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await codeOf(refused)).toBe('database_unavailable');
    expect((await fetch(`${service.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${service.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${service.url}/metrics`)).status).toBe(200);
    proxy.mend();
    expect((await upload(service, 'gone')).status).toBe(201);
    expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
  });

  it('should store nothing when it goes while a stream comes in, and all of it at the retry', async () => {
    const before = await storedRuns(service);
    const client = new RawClient(service.port);
    client.send(
      `POST /v1/runs?meta.build_name=midway HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${STREAM.length}\r\n\r\n`,
    );
    client.send(STREAM.subarray(0, 2000));
    await sleep(50);
    proxy.cut();
    client.send(STREAM.subarray(2000));
    const reply = await client.reply();
    expect([reply.status, problemSchema.parse(JSON.parse(reply.body)).code]).toEqual([503, 'database_unavailable']);
    expect(await storedRuns(service)).toBe(before);
    proxy.mend();
    expect((await upload(service, 'midway')).status).toBe(201);
    expect(await storedRuns(service)).toBe(before + 1);
    expect(await service.spools()).toEqual([]);
  });

  it('should be one run however often connections break while it is written', async () => {
    const before = await storedRuns(service);
    for (const delayMs of [1, 3, 6, 10, 15, 25]) {
      const name = `broken-${delayMs}`;
      const first = upload(service, name);
      await sleep(delayMs);
      proxy.cut();
      proxy.mend();
      expect([201, 503]).toContain((await first).status);
      expect([200, 201]).toContain((await upload(service, name)).status);
    }
    expect(await storedRuns(service)).toBe(before + 6);
  });
});

describe('a disk that is full', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService({ env: { TESTMETRICS_SPOOL_MEMORY: '1K' } });
  });
  afterAll(() => service.dispose());

  it('should answer 503 where the database cannot write, store nothing, and take the retry', async () => {
    await service.database.execute(
      "CREATE TRIGGER full_disk BEFORE INSERT ON tm_runs FOR EACH ROW SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1021, MESSAGE_TEXT = 'Disk full'",
    );
    const refused = await upload(service, 'full');
    expect(refused.status).toBe(503);
    expect(await codeOf(refused)).toBe('database_unavailable');
    expect(await storedRuns(service)).toBe(0);
    await service.database.execute('DROP TRIGGER full_disk');
    expect((await upload(service, 'full')).status).toBe(201);
  });

  it('should answer 503 where attachments cannot be set aside', async () => {
    const before = await storedRuns(service);
    await rm(service.spoolDirectory, { recursive: true });
    const refused = await upload(service, 'no-spool');
    expect(refused.status).toBe(503);
    expect(await codeOf(refused)).toBe('spool_unavailable');
    expect(await storedRuns(service)).toBe(before);
    expect((await upload(service, 'no-spool-needed', streamOf(['a']))).status).toBe(201);
  });
});

describe('a schema that is behind', () => {
  it('should refuse uploads and say what to run, until it was run', async () => {
    const service = await startTestService({ unmigrated: true });
    const refused = await upload(service, 'behind');
    expect(refused.status).toBe(503);
    expect(problemSchema.parse(await refused.json())).toMatchObject({
      code: 'schema_behind',
      action: expect.stringContaining('testmetrics db migrate'),
    });
    expect((await fetch(`${service.url}/readyz`)).status).toBe(503);
    await migrate(service.database);
    expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
    expect((await upload(service, 'behind')).status).toBe(201);
    await service.dispose();
  });
});
