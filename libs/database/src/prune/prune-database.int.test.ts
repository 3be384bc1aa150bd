import { checkDatabase } from '../check/check-database';
import type { Database } from '../connection/database';
import { rebuildRollups } from '../rebuild/rebuild-rollups';
import { rollUpOnce } from '../rollup/roll-up-once';
import { RunStore } from '../store/run-store';
import { buildRun, TEST_EPOCH_MICROS } from '../testing/build-run';
import { openTestDatabase, type OpenTestDatabase } from '../testing/open-test-database';
import { pruneDatabase } from './prune-database';

const DAY_MICROS = 86_400_000_000;
/** TEST_EPOCH_MICROS is noon of 2026-11-01. */
const BEFORE = { beforeDay: '2026-10-01', metadata: [], keepRuns: false, dryRun: false } as const;

let open: OpenTestDatabase;
let database: Database;
let store: RunStore;

beforeAll(async () => {
  open = await openTestDatabase();
  database = open.database;
  store = new RunStore(database);
  // Old runs: two series, three days, one of them with metadata that tell some of its runs apart.
  for (const day of [-60, -59, -33]) {
    for (const job of ['unit', 'tempest']) await upload(day, job, { node: 'old' });
    await upload(day, 'unit', { node: 'new' });
  }
  // Far behind them, so that whole partitions lie between.
  await database.execute('ALTER TABLE runs AUTO_INCREMENT = 15000');
  await database.execute('ALTER TABLE test_runs AUTO_INCREMENT = 6500000');
  for (const day of [-20, -1]) await upload(day, 'unit', { node: 'new' });
  await rollUpOnce(database);
});
afterAll(() => open.close());

async function upload(day: number, job: string, metadata: Record<string, string>): Promise<void> {
  const tests = [
    { name: 'prune.test_a', seconds: 1 + Math.abs(day) / 100, tags: ['worker-0'] },
    { name: 'prune.test_flaky', statuses: ['fail', 'success'] as const },
    { name: `prune.test_of_${job}`, statuses: [day % 2 === 0 ? 'fail' : 'success'] as const },
  ];
  const pairs = new Map([['build_name', job], ...Object.entries(metadata)]);
  const runAtMicros = TEST_EPOCH_MICROS + day * DAY_MICROS;
  await store.write(buildRun({ runAtMicros, job, tests, metadata: pairs, attachments: [{ testIndex: 1 }] }));
}

/** Everything that must outlive raw rows. */
async function sums(): Promise<unknown> {
  const read = (sql: string) => database.rows(sql);
  return {
    tests: await read(
      'SELECT test_id, run_count, success, failure, ROUND(run_time, 6) AS run_time FROM tests ORDER BY id',
    ),
    days: await read('SELECT * FROM tm_test_days ORDER BY series_id, day, test_id'),
    months: await read('SELECT * FROM tm_test_months ORDER BY series_id, month, test_id'),
    jobs: await read('SELECT * FROM tm_job_days ORDER BY series_id, day'),
    states: await read('SELECT * FROM tm_test_states ORDER BY job_id, branch_id, test_id'),
  };
}

async function count(table: string): Promise<number> {
  const [row] = await database.rows<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`);
  return row?.n ?? 0;
}

describe('pruneDatabase()', () => {
  it('should only say what would go, with dryRun', async () => {
    const result = await pruneDatabase(database, { ...BEFORE, dryRun: true });
    expect(result).toEqual({
      ...{ runs: 9, testRuns: 27, firstDay: '2026-09-02', lastDay: '2026-09-29', partitions: [], pendingRuns: 0 },
    });
    expect(await count('test_runs')).toBe(33);
  });

  it('should remove the tests of runs with some metadata and keep the runs, the sums and a clean check', async () => {
    const before = await sums();
    const result = await pruneDatabase(database, { ...BEFORE, metadata: [['node', 'new']], keepRuns: true });
    expect(result).toMatchObject({ runs: 3, testRuns: 9, partitions: [] });
    expect([await count('runs'), await count('test_runs'), await count('attachments')]).toEqual([11, 24, 8]);
    expect(await sums()).toEqual(before);
    expect(await checkDatabase(database)).toEqual([]);
  });

  it('should survive a rebuild: what was made of rows that are gone stays', async () => {
    const before = await sums();
    await rebuildRollups(database);
    expect(await sums()).toEqual(before);
    expect(await checkDatabase(database)).toEqual([]);
  });

  it('should drop whole partitions, while uploads go on unhindered', async () => {
    const before = await sums();
    let slowestMs = 0;
    let uploads = 0;
    const pruning = pruneDatabase(database, BEFORE);
    let isDone = false;
    const done = pruning.finally(() => (isDone = true));
    while (!isDone) {
      const startedMs = performance.now();
      await upload(-1, 'unit', { node: 'new' });
      slowestMs = Math.max(slowestMs, performance.now() - startedMs);
      uploads += 1;
    }
    const result = await done;
    expect(result).toMatchObject({ runs: 9, testRuns: 18 });
    expect(result.partitions).toEqual([
      ...['attachments.p5000000', 'test_run_metadata.p5000000', 'test_runs.p10000', 'tm_attempts.p10000'],
    ]);
    // An upload waits for nothing that a prune does; five seconds are a lock wait, not a slow machine.
    expect(uploads).toBeGreaterThan(0);
    expect(slowestMs).toBeLessThan(5_000);
    expect([await count('runs'), await count('test_runs')]).toEqual([2 + uploads, 3 * (2 + uploads)]);
    expect(await checkDatabase(database)).toEqual([]);
    // Only the new uploads have changed the sums, once they are rolled up.
    expect(await sums()).toEqual(before);
    await rollUpOnce(database);
    expect(await checkDatabase(database)).toEqual([]);
    await rebuildRollups(database);
    expect(await checkDatabase(database)).toEqual([]);
    expect(await pruneDatabase(database, BEFORE)).toMatchObject({ runs: 0, testRuns: 0, partitions: [] });
  });

  it('should see a wrong history that was written after raw rows went', async () => {
    await upload(0, 'unit', {});
    await rollUpOnce(database);
    await database.execute('UPDATE tm_test_states SET tm_test_states.history = tm_test_states.history ^ 1');
    expect((await checkDatabase(database)).map(({ table }) => table)).toContain('tm_test_states');
  });
});
