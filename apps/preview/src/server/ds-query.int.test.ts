import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { createTestDatabase, type TestDatabase } from '@testmetrics/private-database/testing';
import { createLogger } from '@testmetrics/runtime';
import { createConnection } from 'mysql2/promise';
import { createApp } from './app';
import { DashboardStore } from './dashboard-store';
import { PluginStore } from './plugin-store';
import { Reader } from './reader';

let database: TestDatabase;
let reader: Reader;
let server: Server;
let url: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const owner = await createConnection(database.url);
  await owner.query('CREATE TABLE things (time INT, name TEXT, amount DECIMAL(10,2))');
  await owner.query(
    "INSERT INTO things VALUES (1700000000, 'a', 1.5), (1700000060, 'b', 2.5), (1700000120, 'a', NULL)",
  );
  await owner.end();
  // The owner's account: what keeps it from writing is the preview itself.
  reader = new Reader({ databaseUrl: database.url, queryTimeoutMs: 500, rowLimit: 2 });
  const app = createApp({
    dashboards: new DashboardStore({ provisioning: '/nowhere', plugin: '/nowhere' }),
    plugins: new PluginStore('/nowhere'),
    reader,
    webDirectory: __dirname,
    host: '127.0.0.1',
    logger: createLogger({ name: 'preview', level: 'silent' }),
  });
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.close();
  await reader.close();
  await database.drop();
});

async function ask(rawSql: string, format = 'table') {
  const response = await fetch(`${url}/api/ds/query`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ from: '1700000000000', to: '1700003600000', queries: [{ refId: 'A', rawSql, format }] }),
  });
  const { results } = (await response.json()) as {
    results: Record<
      string,
      { error?: string; frames: { schema: { fields: unknown[]; meta: object }; data: object }[] }
    >;
  };
  return results['A'];
}

describe('POST /api/ds/query', () => {
  it('should answer with a frame, and say where rows were left out', async () => {
    const answer = await ask('SELECT x.time, x.name, x.amount FROM things AS x ORDER BY x.time');
    expect(answer?.frames[0]).toMatchObject({
      schema: {
        fields: [
          { name: 'time', type: 'time' },
          { name: 'name', type: 'string' },
          { name: 'amount', type: 'number' },
        ],
        meta: { notices: [{ severity: 'warning' }] },
      },
      data: {
        values: [
          [1_700_000_000_000, 1_700_000_060_000],
          ['a', 'b'],
          [1.5, 2.5],
        ],
      },
    });
  });

  it('should know the macros', async () => {
    const answer = await ask('SELECT UNIX_TIMESTAMP($__timeTo()) - UNIX_TIMESTAMP($__timeFrom()) AS seconds');
    expect(answer?.frames[0]?.data).toEqual({ values: [[3600]] });
  });

  it.each([
    ['DELETE FROM things', 'Dashboards may only read', 'table'],
    ['SELECT 1; SELECT 2', 'not valid SQL', 'table'],
    ['SELECT * FROM nothing', 'no such table', 'table'],
    ['SELECT SLEEP(5)', 'took longer', 'table'],
    ['SELECT $__nothing(x)', 'Unknown macro', 'table'],
    ['SELECT x.name FROM things AS x', 'column called "time"', 'time_series'],
  ])('should explain why it does not answer %s', async (sql, sentence, format) => {
    expect((await ask(sql, format))?.error).toContain(sentence);
  });

  it('should go on after a failure', async () => {
    await ask('SELECT nonsense');
    expect((await ask('SELECT 1 AS one'))?.frames[0]?.data).toEqual({ values: [[1]] });
  });

  it('should refuse what is no query, and requests that were meant for another host', async () => {
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(`${url}/api/ds/query`, { method: 'POST', headers, body: '{}' })).status).toBe(400);
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => {
      request(`${url}/api/dashboards`, { headers: { host: 'evil.example' } }, (response) =>
        resolve(response.statusCode),
      ).end();
    });
    expect(status).toBe(421);
  });
});
