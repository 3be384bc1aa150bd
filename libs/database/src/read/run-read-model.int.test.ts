import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { rollUpOnce } from '../rollup/roll-up-once';
import { nameHash } from '../sql/name-hash';
import { RunStore } from '../store/run-store';
import { buildRun, TEST_EPOCH_MICROS } from '../testing/build-run';
import { openTestDatabase, type OpenTestDatabase } from '../testing/open-test-database';
import { RunReadModel } from './run-read-model';

const HOUR_MICROS = 3_600_000_000;
const RUNS = 12;

let open: OpenTestDatabase;
let reader: RunReadModel;
const uuids: string[] = [];

beforeAll(async () => {
  open = await openTestDatabase();
  reader = new RunReadModel(open.database);
  const store = new RunStore(open.database);
  for (let index = 0; index < RUNS; index++) {
    const run = buildRun({
      job: index % 2 === 0 ? 'even' : 'odd',
      project: 'nova',
      branch: index < 6 ? 'main' : 'stable',
      // Pairs at the same moment.
      runAtMicros: TEST_EPOCH_MICROS + Math.floor(index / 2) * HOUR_MICROS,
      tests: [
        'r.test_a',
        { name: 'r.test_b', statuses: ['fail'] },
        { name: 'r.test_c', statuses: ['fail', 'success'] },
      ],
    });
    await store.write(run);
    uuids.unshift(run.uuid);
  }
  await rollUpOnce(open.database);
});
afterAll(() => open.close());

describe('RunReadModel.list()', () => {
  it('should page through all runs, the newest first, whatever is stored meanwhile', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<RunReadModel['list']>> = await reader.list({}, { limit: 5, cursor });
      seen.push(...page.items.map(({ uuid }) => uuid));
      cursor = page.next;
      await new RunStore(open.database).write(
        buildRun({ project: 'late', runAtMicros: TEST_EPOCH_MICROS + 100 * HOUR_MICROS }),
      );
    } while (cursor !== null);
    expect(seen).toEqual(uuids);
  });

  it.each([
    [{ project: 'nova', job: 'even' }, 6],
    [{ project: 'nova', branch: 'stable' }, 6],
    [{ project: 'nova', job: 'odd', branch: 'main' }, 3],
    [
      {
        project: 'nova',
        sinceMicros: TEST_EPOCH_MICROS + HOUR_MICROS,
        untilMicros: TEST_EPOCH_MICROS + 2 * HOUR_MICROS,
      },
      2,
    ],
    [{ job: 'nobody knows' }, 0],
    [{ job: '' }, 0],
  ])('should filter by %j', async (filters, count) => {
    const page = await reader.list(filters, { limit: 100 });
    expect([page.items.length, page.next]).toEqual([count, null]);
  });

  it.each(['x', 'W10', 'WyJhIiwxXQ', ''])('should refuse the cursor %j', async (cursor) => {
    await expect(reader.list({}, { limit: 5, cursor })).rejects.toMatchObject({ code: 'invalid_cursor' });
  });
});

describe('RunReadModel.tests()', () => {
  it('should page, filter by status, and tell a run that is not there', async () => {
    const [uuid = ''] = uuids;
    const first = await reader.tests(uuid, {}, { limit: 2 });
    const second = await reader.tests(uuid, {}, { limit: 2, cursor: first?.next ?? null });
    const names = [...(first?.items ?? []), ...(second?.items ?? [])].map(({ name }) => name);
    expect(names.sort()).toEqual(['r.test_a', 'r.test_b', 'r.test_c']);
    expect(second?.next).toBeNull();
    const failed = await reader.tests(uuid, { status: 'fail' }, { limit: 10 });
    expect(failed?.items.map(({ name }) => name)).toEqual(['r.test_b']);
    expect(await reader.tests('no-such-run', {}, { limit: 10 })).toBeNull();
  });
});

describe('hot queries', () => {
  it.each([
    ['tests by name', `SELECT id FROM tests WHERE tm_test_id_hash IN (x'${nameHash('r.test_a')}')`, 'uq_tests_test_id'],
    ["the reference's look-up by name", "SELECT * FROM tests WHERE test_id = 'r.test_a' LIMIT 1", 'ix_tests_test_id'],
    ['a run by uuid', "SELECT id FROM runs WHERE uuid IN ('x', 'y')", 'uq_runs_uuid'],
    [
      'the tests of a run',
      'SELECT * FROM test_runs WHERE run_id = 3 AND test_id > 0 ORDER BY test_id LIMIT 10',
      'PRIMARY',
    ],
    [
      'the history of a test',
      "SELECT * FROM test_runs WHERE test_id = 1 AND start_time > '2026-01-01'",
      'ix_test_id_start_time',
    ],
    ['the attachments of a test run', 'SELECT id FROM attachments WHERE test_run_id = 5', 'PRIMARY'],
    ['the runs of a job', 'SELECT run_id FROM tm_runs WHERE job_id = 2 ORDER BY run_at DESC LIMIT 3', 'ix_tm_runs_job'],
    [
      'failures of a time',
      "SELECT test_id FROM tm_failures WHERE run_at >= '2026-11-01' AND run_at < '2026-11-02'",
      'ix_tm_failures_run_at',
    ],
    [
      'pending runs',
      'SELECT run_id FROM tm_rollup_pending ORDER BY run_at, run_id LIMIT 200',
      'ix_tm_rollup_pending_run_at',
    ],
    [
      'days of a test',
      "SELECT day FROM tm_test_days WHERE test_id = 1 AND day >= '2026-11-01'",
      'ix_tm_test_days_test',
    ],
  ])('should find %s by index', async (_, sql, index) => {
    const plan = await open.database.rows<{ possible_keys: string | null; key: string | null }>(`EXPLAIN ${sql}`);
    // A table of ten rows may be scanned; that the index serves the question is what counts.
    expect(`${plan[0]?.key} ${plan[0]?.possible_keys}`).toContain(index);
  });
});

describe('docs/schema.md', () => {
  const guide = readFileSync(join(__dirname, '../../../../docs/schema.md'), 'utf8');
  const examples = [...guide.matchAll(/```sql\n(.*?)```/gs)].map(([, sql]) => sql ?? '');

  it.each(examples.map((sql) => [sql.split('\n')[0], sql] as const))(
    'should hold a query that works: %s',
    async (_, sql) => {
      await expect(open.database.rows(sql.replace(/;\s*$/, ''))).resolves.toBeInstanceOf(Array);
    },
  );

  it('should name every table', async () => {
    const rows = await open.database.rows<{ name: string }>(
      "SELECT TABLES.TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLES.TABLE_SCHEMA = DATABASE() AND TABLES.TABLE_NAME NOT IN ('alembic_version', 'tm_migrations', 'tm_leases')",
    );
    for (const { name } of rows) expect(guide).toContain(`\`${name}\``);
  });
});
