import { createTestDatabase } from '@testmetrics/private-database/testing';
import type { TestDatabase } from '@testmetrics/private-database/testing';
import { createConnection } from 'mysql2/promise';
import { EXIT } from '../exit-status';
import { run } from '../run';
import { fakeTerminal } from '../testing/fake-terminal';
import { COMMANDS } from './commands';

describe('testmetrics db', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  async function db(...args: string[]) {
    const terminal = fakeTerminal({ env: { DATABASE_URL: database.url } });
    const status = await run(['db', ...args], { terminal, version: '0', commands: COMMANDS });
    return { status, printed: terminal.printed(), said: terminal.said.join('\n') };
  }

  async function change(sql: string): Promise<void> {
    const connection = await createConnection(database.url);
    await connection.query(sql);
    await connection.end();
  }

  it('should migrate, say clean, find a wrong sum with its row, and rebuild it away', async () => {
    expect(await db('status')).toMatchObject({ status: EXIT.failed });
    expect(await db('migrate')).toMatchObject({ status: EXIT.done });
    expect(await db('check')).toMatchObject({ status: EXIT.done, printed: expect.stringContaining('clean') as string });
    await change(
      `INSERT INTO tm_job_days (series_id, day, runs, failed_runs, infra_runs, incomplete_runs, empty_runs, success, fail,
         skip, xfail, uxsuccess, unfinished, flaky, run_seconds, wall_seconds)
       VALUES (1, '2026-09-01', 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)`,
    );
    const broken = await db('check');
    expect(broken.status).toBe(EXIT.failed);
    expect(broken.printed).toContain('tm_job_days');
    expect(broken.printed).toContain('1 fault found');
    const [line] = (await db('check', '--json')).printed.trim().split('\n');
    expect(JSON.parse(line ?? '')).toMatchObject({ kind: 'mismatch', table: 'tm_job_days', expected: null });
    expect(await db('rebuild')).toMatchObject({ status: EXIT.done });
    expect(await db('check')).toMatchObject({ status: EXIT.done });
  });
});
