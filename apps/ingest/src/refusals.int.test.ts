import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '@testmetrics/runtime';
import { recordingLogger } from '@testmetrics/runtime/testing';
import { Refusals } from './stores/refusals';
import { startServiceBehindProxy, startTestService } from './testing';
import type { TcpProxy, TestService } from './testing';

const refusedRows = ({ database }: TestService) =>
  database.rows<{ code: string; refused: number }>(
    'SELECT code, CAST(SUM(refused) AS UNSIGNED) AS refused FROM tm_refused_hours GROUP BY code ORDER BY code',
  );

const post = (service: TestService, body: string) => fetch(`${service.url}/v1/runs`, { method: 'POST', body });

describe('refused uploads', () => {
  let proxy: TcpProxy;
  let service: TestService;
  let dispose: () => Promise<void>;
  beforeAll(async () => {
    ({ proxy, service, dispose } = await startServiceBehindProxy());
  });
  afterAll(() => dispose());

  it('should be counted by reason, at the latest when the service ends, and also while the database is away', async () => {
    expect((await post(service, '')).status).toBe(422);
    expect((await post(service, '')).status).toBe(422);
    expect((await post(service, '<html>no stream</html>')).status).toBe(422);
    proxy.cut();
    expect((await fetch(`${service.url}/v1/runs?run_id=no-uuid`, { method: 'POST', body: 'x' })).status).toBe(400);
    proxy.mend();
    await service.stop();
    expect(await refusedRows(service)).toEqual([
      { code: 'bad_run_id', refused: 1 },
      { code: 'empty_stream', refused: 2 },
      { code: 'no_subunit', refused: 1 },
    ]);
  });
});

describe('Refusals', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService();
  });
  afterAll(() => service.dispose());

  it('should write by itself after a while, and count every refusal once', async () => {
    const refusals = new Refusals(recordingLogger().logger, systemClock, 20);
    refusals.count('before_the_database');
    refusals.start(service.database);
    for (let round = 0; round < 20; round++) {
      refusals.count('again_and_again');
      await sleep(5);
    }
    await refusals.stop();
    expect(await refusedRows(service)).toEqual([
      { code: 'again_and_again', refused: 20 },
      { code: 'before_the_database', refused: 1 },
    ]);
  });
});
