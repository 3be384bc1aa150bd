import { openHistoryAsker } from '@testmetrics/answers/testing';
import type { HistoryAsker } from '@testmetrics/answers/testing';
import { failingTests, testHistory } from '@testmetrics/answers';
import { listQuerySchema, rankedTestsQuerySchema } from '@testmetrics/api-contract';
import type { FailingTestsBody } from '@testmetrics/api-contract';
import { createTestDatabase } from '@testmetrics/private-database/testing';
import { HOSTILE_NAME, makeHistory, runId } from '@testmetrics/questions/testing';
import { run } from '../run';
import { fakeTerminal } from '../testing/fake-terminal';
import { COMMANDS } from './commands';

const END = Date.UTC(2026, 10, 20, 13, 30) * 1000;
const RANGE = ['--since', '2026-10-21', '--until', '2026-11-20T13:30:00Z'];
const QUERY = { since: '2026-10-21T00:00:00Z', until: '2026-11-20T13:30:00Z' };

let history: HistoryAsker;
beforeAll(async () => {
  history = await openHistoryAsker(makeHistory({ endMicros: END, days: 45 }), END);
}, 180_000);
afterAll(() => history.close());

async function testmetrics(args: readonly string[], database = history.url) {
  const terminal = fakeTerminal();
  const status = await run([...args, '--database', database], { terminal, version: '0', commands: COMMANDS });
  return { status, printed: terminal.printed(), said: terminal.said.join('\n') };
}

describe('questions straight to the database', () => {
  it('should print what the use case of the endpoint answers', async () => {
    const { printed } = await testmetrics(['failing', ...RANGE, '--json', '--limit', '3']);
    const body = await failingTests(history.asker, rankedTestsQuerySchema.parse({ ...QUERY, limit: '3' }));
    expect(body.items).toHaveLength(3);
    expect(printed).toBe(`${JSON.stringify(body)}\n`);
  });

  it('should go through all pages without losing or repeating a test', async () => {
    const paged = await testmetrics(['failing', ...RANGE, '--json', '--all', '--limit', '2']);
    const whole = await testmetrics(['failing', ...RANGE, '--json', '--limit', '500']);
    expect((JSON.parse(paged.printed) as FailingTestsBody).items.length).toBeGreaterThan(4);
    expect(JSON.parse(paged.printed)).toEqual(JSON.parse(whole.printed));
    const csv = await testmetrics(['failing', ...RANGE, '--csv', '--all', '--limit', '2']);
    expect(csv.printed).toBe((await testmetrics(['failing', ...RANGE, '--csv', '--limit', '500'])).printed);
  });

  it('should find a test of any name', async () => {
    const { printed, status } = await testmetrics(['test', HOSTILE_NAME, '--history', ...RANGE, '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(printed)).toEqual(await testHistory(history.asker, HOSTILE_NAME, listQuerySchema.parse(QUERY)));
  });

  it.each([
    [['runs']],
    [['run', runId(1)]],
    [['run', runId(1), '--tests']],
    [['tests', ...RANGE]],
    [['test', HOSTILE_NAME, ...RANGE]],
    [['slowest', ...RANGE]],
    [['never-failing', ...RANGE]],
    [['flaky', ...RANGE]],
    [['compare', runId(1), runId(2), '--show', 'all']],
  ])('should show a table for %j', async (args) => {
    const { status, printed, said } = await testmetrics(args);
    expect([status, said]).toEqual([0, expect.not.stringContaining('testmetrics:')]);
    expect(printed.split('\n').length).toBeGreaterThan(2);
  });

  it('should say of an unknown run, and of what is none, what was expected', async () => {
    const unknown = await testmetrics(['run', '00000000-0000-4000-8000-00000000ffff']);
    expect([unknown.status, unknown.said]).toEqual([1, expect.stringContaining('There is no run with this id')]);
    expect(await testmetrics(['run', 'x'])).toMatchObject({ status: 2, printed: '' });
    const job = await testmetrics(['runs', '--job', 'nope']);
    expect([job.status, job.said]).toEqual([1, expect.stringContaining('There is no job of this name')]);
  });

  it('should refuse a database that is not ours', async () => {
    const empty = await createTestDatabase();
    try {
      const { status, said, printed } = await testmetrics(['failing'], empty.url);
      expect([status, printed]).toEqual([1, '']);
      expect(said).toContain('no tables of Test Metrics');
      expect(said).toContain('testmetrics db migrate');
    } finally {
      await empty.drop();
    }
  });

  it('should say so where there is no database', async () => {
    const { status, said } = await testmetrics(['failing'], 'mysql://nobody@127.0.0.1:1/none');
    expect([status, said]).toEqual([1, expect.stringContaining('ECONNREFUSED')]);
  });
});
