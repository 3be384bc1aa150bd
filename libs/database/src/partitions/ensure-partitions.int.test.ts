import { RunStore } from '../store/run-store';
import { buildRun } from '../testing/build-run';
import { openTestDatabase, type OpenTestDatabase } from '../testing/open-test-database';
import { ensurePartitions } from './ensure-partitions';

let open: OpenTestDatabase;

beforeAll(async () => {
  open = await openTestDatabase();
});
afterAll(() => open.close());

describe('ensurePartitions()', () => {
  it('should have nothing to do after a migration, and make months and numbers as time goes on', async () => {
    const { database } = open;
    const now = new Date();
    expect((await ensurePartitions(database, { now })).flatMap(({ made }) => made)).toEqual([]);
    const later = new Date(now.getTime() + 62 * 86_400_000);
    const reports = await ensurePartitions(database, { now: later });
    expect(reports.find(({ table }) => table === 'tm_test_days')?.made.length).toBeGreaterThanOrEqual(2);
    await database.execute('ALTER TABLE runs AUTO_INCREMENT = 25000');
    const run = buildRun();
    await new RunStore(database).write(run);
    const [testRuns] = await ensurePartitions(database, { now: later });
    expect(testRuns).toEqual({ table: 'test_runs', made: ['p40000', 'p50000'], overdue: false });
    const [row] = await database.rows<{ n: number }>('SELECT COUNT(*) AS n FROM test_runs PARTITION (p30000)');
    expect(row?.n).toBe(1);
  });
});
