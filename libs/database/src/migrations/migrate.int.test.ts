import { createTestDatabase, type TestDatabase } from '@testmetrics/private-database/testing';

import type { Model, ModelStatic } from 'sequelize';

import { connectDatabase } from '../connection/connect-database';
import type { Database } from '../connection/database';
import { checkDatabase } from '../check/check-database';
import { rollUpOnce } from '../rollup/roll-up-once';
import { RunStore } from '../store/run-store';
import { buildRun, TEST_EPOCH_MICROS } from '../testing/build-run';
import { migrate, migrateDown } from './migrate';
import { MIGRATIONS } from './migrations';
import { schemaStatus } from './schema-status';

let schema: TestDatabase;
let database: Database;

beforeAll(async () => {
  schema = await createTestDatabase();
  database = await connectDatabase(schema.url);
});
afterAll(async () => {
  await database.close();
  await schema.drop();
});

describe('migrate()', () => {
  it('should go up once where two processes begin at the same moment, and all the way down and up again', async () => {
    expect(await schemaStatus(database)).toMatchObject({ state: 'behind', executed: [] });
    const other = await connectDatabase(schema.url);
    const made = await Promise.all([migrate(database), migrate(other)]);
    await other.close();
    expect(made.map((names) => names.length).sort((one, two) => one - two)).toEqual([0, MIGRATIONS.length]);
    expect(await schemaStatus(database)).toMatchObject({ state: 'current', pending: [] });
    expect(await migrateDown(database)).toEqual([MIGRATIONS.at(-1)?.name]);
    expect(await migrateDown(database, { to: 0 })).toHaveLength(MIGRATIONS.length - 1);
    expect(await tables()).toEqual(['tm_migrations']);
    expect(await migrate(database)).toHaveLength(MIGRATIONS.length);
  });

  it('should give every table to one model with the same columns', async () => {
    const rows = await database.rows<{ tableName: string; columnName: string }>(
      `SELECT COLUMNS.TABLE_NAME AS tableName, COLUMNS.COLUMN_NAME AS columnName FROM information_schema.COLUMNS
        WHERE COLUMNS.TABLE_SCHEMA = DATABASE() AND COLUMNS.TABLE_NAME <> 'tm_migrations'`,
    );
    const stored = new Set(rows.map(({ tableName, columnName }) => `${tableName}.${columnName}`));
    const modelled = Object.values<ModelStatic<Model>>((await database.models()).models).flatMap((model) =>
      Object.values(model.getAttributes()).map((attribute) => `${String(model.getTableName())}.${attribute.field}`),
    );
    expect([...modelled].sort()).toEqual([...stored].sort());
  });

  it('should keep the names and columns of the reference, and its version', async () => {
    const [version] = await database.rows<{ version: string }>('SELECT version_num AS version FROM alembic_version');
    expect(version?.version).toBe('10a2b6d4b06e');
    const sql = [
      "INSERT INTO tests (test_id, run_count, success, failure, run_time) VALUES ('r.test', 1, 1, 0, 1.5)",
      "INSERT INTO runs (uuid, skips, fails, passes, run_time, artifacts, run_at) VALUES ('u', 0, 0, 1, 1.5, NULL, NOW())",
      "INSERT INTO test_runs (test_id, run_id, status, start_time, stop_time, start_time_microsecond, stop_time_microsecond) VALUES (1, 1, 'success', NOW(), NOW(), 0, 0)",
      "INSERT INTO test_run_metadata (`key`, value, test_run_id) VALUES ('attrs', 'x', 1)",
      "INSERT INTO test_metadata (`key`, value, test_id) VALUES ('attr', 'x', 1)",
      "INSERT INTO run_metadata (`key`, value, run_id) VALUES ('build_name', 'x', 1)",
      "INSERT INTO attachments (test_run_id, label, attachment) VALUES (1, 'l', 'b')",
    ];
    for (const statement of sql) await expect(database.execute(statement)).resolves.toBeUndefined();
  });
});

describe('20261125-01-create-test-months', () => {
  it('should add up the months of a database that has days already', async () => {
    await rollUpHistory();
    await empty('tm_test_months', ...METADATA_TABLES);
    await migrateDown(database, { to: '20261125-01-create-test-months' });
    expect((await checkDatabase(database).catch(() => null)) ?? 'no table').toBe('no table');
    expect(await migrate(database)).toContain('20261125-01-create-test-months');
    const months = await database.rows<{ month: string; success: number }>(
      'SELECT month, SUM(success) AS success FROM tm_test_months GROUP BY month ORDER BY month',
    );
    expect(months).toEqual([
      { month: '2026-10-01', success: 2 },
      { month: '2026-11-01', success: 1 },
    ]);
    expect((await checkDatabase(database)).filter(({ table }) => table === 'tm_test_months')).toEqual([]);
  });
});

describe('20261126-40-create-test-timings', () => {
  it('should read the newest durations of runs that were rolled up before', async () => {
    const store = new RunStore(database);
    for (let index = 0; index < 25; index++) {
      const tests = [{ name: 'timings.test', seconds: index / 4, attrs: `id-${index}` }];
      await store.write(buildRun({ runAtMicros: TEST_EPOCH_MICROS + index * 3_600_000_000, tests }));
    }
    await rollUpOnce(database);
    await store.write(buildRun({ runAtMicros: TEST_EPOCH_MICROS, tests: ['timings.test'] }));
    await migrateDown(database, { to: '20261126-40-create-test-timings' });
    expect(await migrate(database)).toContain('20261126-40-create-test-timings');
    const [timing] = await database.rows<{ bytes: number }>(
      'SELECT MAX(LENGTH(tm_test_timings.recent)) AS bytes FROM tm_test_timings',
    );
    expect(timing?.bytes).toBe(200);
    expect((await checkDatabase(database)).filter(({ table }) => table === 'tm_test_timings')).toEqual([]);
  });
});

describe('20261126-31-create-metadata-days and 20261126-32-add-upload-sums', () => {
  it('should add up the runs of a database that has rolled some up already, and no others', async () => {
    await rollUpHistory();
    await new RunStore(database).write(buildRun());
    const before = await sumsOfRuns();
    await expect(migrateDown(database, { to: '20261126-31-create-metadata-days' })).rejects.toMatchObject({
      code: 'schema_would_lose_data',
    });
    await empty(...METADATA_TABLES);
    await migrateDown(database, { to: '20261126-31-create-metadata-days' });
    expect(await migrate(database)).toEqual(expect.arrayContaining(['20261126-32-add-upload-sums']));
    expect(await sumsOfRuns()).toEqual(before);
    // The reference's run of the test above stays foreign.
    expect((await checkDatabase(database)).filter(({ kind }) => kind !== 'foreign')).toEqual([]);
  });
});

const METADATA_TABLES = ['tm_metadata_days', 'tm_metadata_values', 'tm_metadata_keys'];

async function empty(...names: readonly string[]): Promise<void> {
  for (const name of names) await database.execute(`TRUNCATE TABLE ${name}`);
}

async function sumsOfRuns(): Promise<unknown> {
  return [
    await database.rows(
      `SELECT value, day, runs, timed_runs, success FROM tm_metadata_days
         JOIN tm_metadata_values ON tm_metadata_values.id = value_id ORDER BY value, day`,
    ),
    await database.rows('SELECT day, timed_runs, uploads, received_bytes, events FROM tm_job_days ORDER BY day'),
  ];
}

async function rollUpHistory(): Promise<void> {
  const store = new RunStore(database);
  for (const day of [-4, -2, 1]) {
    await store.write(buildRun({ runAtMicros: TEST_EPOCH_MICROS + day * 86_400_000_000, tests: ['months.test'] }));
  }
  await rollUpOnce(database);
}

describe('migrateDown()', () => {
  it('should refuse where rows would be lost', async () => {
    await new RunStore(database).write(buildRun({ tests: [{ name: 'kept.test', tags: ['t'] }] }));
    await expect(migrateDown(database, { to: 0 })).rejects.toMatchObject({ code: 'schema_would_lose_data' });
    expect(await tables()).toEqual(expect.arrayContaining(['tm_runs', 'test_runs', 'tm_label_sets']));
    expect(await migrate(database)).not.toContain('20261124-04-create-test-runs');
  });
});

describe('schemaStatus()', () => {
  it('should tell when a newer program has migrated', async () => {
    await database.execute(
      "INSERT INTO tm_migrations (name, executed_at) VALUES ('29991231-01-future', UTC_TIMESTAMP(6))",
    );
    expect(await schemaStatus(database)).toMatchObject({ state: 'ahead', unknown: ['29991231-01-future'] });
  });
});

async function tables(): Promise<readonly string[]> {
  const rows = await database.rows<{ name: string }>(
    'SELECT TABLES.TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLES.TABLE_SCHEMA = DATABASE() ORDER BY 1',
  );
  return rows.map(({ name }) => name);
}
