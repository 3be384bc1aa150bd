import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

import { REFERENCE_SCHEMA } from '@testmetrics/corpus';
import { createTestDatabase, type TestDatabase } from '@testmetrics/private-database/testing';

import { checkDatabase } from '../check/check-database';
import { connectDatabase } from '../connection/connect-database';
import type { Database } from '../connection/database';
import { migrate } from '../migrations/migrate';
import { RunReadModel } from '../read/run-read-model';
import { rollUpOnce } from '../rollup/roll-up-once';
import { RunStore } from '../store/run-store';
import { buildRun } from '../testing/build-run';
import { importDatabase } from './import-database';

interface Opened {
  readonly schema: TestDatabase;
  readonly database: Database;
}

const opened: Opened[] = [];

async function open(statements: readonly string[] = []): Promise<Opened> {
  const schema = await createTestDatabase();
  const database = await connectDatabase(schema.url);
  opened.push({ schema, database });
  await database.session(async (session) => {
    await session.execute('ALTER DATABASE CHARACTER SET utf8mb3');
    for (const statement of statements) await session.execute(statement);
  });
  return { schema, database };
}

afterAll(async () => {
  for (const { schema, database } of opened) {
    await database.close();
    await schema.drop();
  }
});

/** Three runs and what the reference gets wrong: two rows of one name, a uuid twice, none at all, rows of runs that are gone. */
const ROWS = [
  `INSERT INTO tests (id, test_id, run_count, success, failure, run_time) VALUES
     (1, 'pkg.mod.Case.test_a', 102, 101, 1, 2.0), (2, 'pkg.mod.Case.test_b', 3, 0, 3, 0.5), (5, 'pkg.mod.Case.test_a', 1, 1, 0, 4.0),
     (6, 'pkg.mod.Case.test_Ä', 1, 1, 0, 1.0)`,
  `INSERT INTO runs (id, uuid, skips, fails, passes, run_time, artifacts, run_at) VALUES
     (10, 'aaaaaaaa-0000-4000-8000-000000000001', 0, 1, 2, 3.5, 'http://logs/1', '2025-03-01 10:00:00'),
     (11, 'aaaaaaaa-0000-4000-8000-000000000001', 1, 0, 9, 1.5, NULL, '2025-03-02 10:00:00'),
     (12, NULL, 0, 1, 0, NULL, NULL, NULL),
     (13, 'aaaaaaaa-0000-4000-8000-000000000004', 1, 0, 7, 12.5, NULL, '2024-01-01 10:00:00')`,
  `INSERT INTO run_metadata (\`key\`, value, run_id) VALUES
     ('build_name', 'tempest-full', 10), ('project', 'nova', 10), ('build_name', 'tempest-full', 11), ('build_name', 'tempest-full', 13)`,
  `INSERT INTO test_runs (id, test_id, run_id, status, start_time, stop_time, start_time_microsecond, stop_time_microsecond) VALUES
     (100, 1, 10, 'fail', '2025-03-01 10:00:00', '2025-03-01 10:00:01', 250000, 750000),
     (101, 2, 10, 'fail', '2025-03-01 10:00:01', '2025-03-01 10:00:03', 0, 0),
     (102, 5, 10, 'success', '2025-03-01 10:00:05', '2025-03-01 10:00:09', NULL, NULL),
     (103, 1, 11, 'success', '2025-03-02 10:00:00', '2025-03-02 10:00:02', 0, 0),
     (104, 6, 11, 'skip', NULL, NULL, NULL, NULL),
     (105, 2, 12, 'inprogress', '2025-03-03 10:00:00', NULL, 0, NULL),
     (106, 1, 99, 'success', '2025-03-03 10:00:00', NULL, 0, NULL),
     (107, NULL, 12, 'success', NULL, NULL, NULL, NULL)`,
  `INSERT INTO test_run_metadata (\`key\`, value, test_run_id) VALUES
     ('attrs', 'id-1,smoke', 103), ('tags', 'worker-1,worker-0', 103), ('tags', 'worker-1', 102), ('attrs', 'gone', 106)`,
  "INSERT INTO test_metadata (`key`, value, test_id) VALUES ('attr', 'smoke', 1), ('attr', 'smoke', 5), ('attr', 'slow', 2)",
  "INSERT INTO attachments (test_run_id, label, attachment) VALUES (101, 'traceback', 'boom')",
];

const REFERENCE = [...REFERENCE_SCHEMA, ...ROWS];

const EXPECTED = { runs: 4, tests: 3, testRuns: 8, mergedTests: 1, renamedRuns: 2, orphanTestRuns: 2, knownRuns: 0 };

describe('importDatabase()', () => {
  it('should take a database over in place: facts, attempts, labels, rollups; clean by the check; nothing the second time', async () => {
    const { database } = await open(REFERENCE);
    await expect(migrate(database)).rejects.toMatchObject({ code: 'schema_of_subunit2sql' });
    const steps = new Set<string>();
    const result = await importDatabase(database, { onProgress: ({ step }) => void steps.add(step) });
    expect(result).toEqual({ ...EXPECTED, already: false });
    expect([...steps]).toEqual(['copy', 'swap', 'settle', 'rollup']);
    expect(await checkDatabase(database)).toEqual([]);
    await expectTakenOver(database);
    expect(await importDatabase(database)).toEqual({ ...EXPECTED, already: true });
    const [originals] = await database.rows<{ n: number }>('SELECT COUNT(*) AS n FROM subunit2sql_test_runs');
    expect(originals?.n).toBe(8);
  });

  it('should go on where it was broken off, and refuse another import meanwhile', async () => {
    const { database } = await open(REFERENCE);
    for (const step of ['copy', 'settle', 'rollup']) {
      const brokenOff = importDatabase(database, { onProgress: (progress) => stopAt(progress.step, step) });
      await expect(brokenOff).rejects.toThrow(`stopped at ${step}`);
    }
    const other = importDatabase(database, { from: 'mysql://query@127.0.0.1:1/subunit2sql' });
    await expect(other).rejects.toMatchObject({ code: 'import_other_source' });
    expect(await importDatabase(database)).toEqual({ ...EXPECTED, already: false });
    expect(await checkDatabase(database)).toEqual([]);
    await expectTakenOver(database);
  });

  it('should refuse a user who may not do it, before anything is touched, and a source that is away', async () => {
    const { database, schema } = await open(REFERENCE);
    const viewer = await connectDatabase(await schema.viewerUrl());
    await expect(importDatabase(viewer)).rejects.toMatchObject({ code: 'import_grants_missing' });
    await viewer.close();
    expect(await tableNames(database)).toHaveLength(REFERENCE_SCHEMA.length - 1);
    const away = importDatabase(database, { from: 'mysql://query@127.0.0.1:1/subunit2sql' });
    await expect(away).rejects.toMatchObject({ code: 'database_unavailable' });
    await database.execute("UPDATE alembic_version SET version_num = '35cd45895e56'");
    await expect(importDatabase(database)).rejects.toMatchObject({ code: 'import_old_revision' });
    expect(await tableNames(database)).toHaveLength(REFERENCE_SCHEMA.length - 1);
  });

  it('should copy from another database beside runs that are here, and know them again the second time', async () => {
    const source = await open(REFERENCE);
    const { database } = await open();
    await migrate(database);
    const store = new RunStore(database);
    await store.write(
      buildRun({ uuid: 'aaaaaaaa-0000-4000-8000-000000000004', tests: ['pkg.mod.Case.test_a', 'own.test'] }),
    );
    await rollUpOnce(database);
    const result = await importDatabase(database, { from: source.schema.url });
    expect(result).toMatchObject({ ...EXPECTED, knownRuns: 1, already: false });
    expect(await checkDatabase(database)).toEqual([]);
    expect(await importDatabase(database, { from: source.schema.url })).toMatchObject({ knownRuns: 4 });
    expect(await checkDatabase(database)).toEqual([]);
    const [counted] = await database.rows<{ runs: number }>('SELECT COUNT(*) AS runs FROM runs');
    expect(counted?.runs).toBe(4);
  });

  it('should say so where the other database goes away meanwhile, and go on where it was when run again', async () => {
    const source = await open(REFERENCE);
    const { database } = await open();
    await migrate(database);
    const way = await startWay(new URL(source.schema.url));
    const from = source.schema.url.replace(/:\d+\//, `:${way.port}/`);
    let fetched = 0;
    const brokenOff = importDatabase(database, {
      from,
      onProgress: ({ step, done }) => {
        if (step === 'fetch') fetched = done;
        if (fetched > 4) way.cut();
      },
    });
    const name = `127.0.0.1:${way.port}/`;
    const says = { code: 'database_unavailable', message: expect.stringContaining(name) as unknown };
    await expect(brokenOff).rejects.toMatchObject(says);
    await expect(importDatabase(database, { from })).rejects.toMatchObject(says);
    expect(fetched).toBeGreaterThan(4);
    expect(await database.rows('SELECT runs.id FROM runs')).toEqual([]);
    way.mend();
    let [rest, all] = [0, 0];
    const result = await importDatabase(database, {
      from,
      onProgress: ({ step, done, total }) => {
        if (step === 'fetch') [rest, all] = [done, total ?? 0];
      },
    });
    expect(result).toEqual({ ...EXPECTED, already: false });
    // What was fetched before was not fetched again.
    expect(rest).toBe(all - fetched);
    expect(await checkDatabase(database)).toEqual([]);
    await way.close();
  });
});

/** A way to a database that can be cut. */
async function startWay({ hostname, port }: URL) {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one.on('error', () => undefined).on('close', () => other.destroy()));
      one.pipe(other);
    }
    if (isCut) client.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const drop = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      isCut = true;
      drop();
    },
    mend: () => void (isCut = false),
    close: () => {
      drop();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function stopAt(found: string, step: string): void {
  if (found === step) throw new Error(`stopped at ${step}`);
}

async function tableNames(database: Database): Promise<readonly string[]> {
  const rows = await database.rows<{ name: string }>(
    'SELECT TABLES.TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLES.TABLE_SCHEMA = DATABASE()',
  );
  return rows.map(({ name }) => name);
}

async function expectTakenOver(database: Database): Promise<void> {
  const model = new RunReadModel(database);
  const first = await model.findByUuid('aaaaaaaa-0000-4000-8000-000000000001');
  expect(first).toMatchObject({ job: 'tempest-full', project: 'nova', artifacts: 'http://logs/1', failed: true });
  expect(first?.totals).toMatchObject({ total: 2, success: 1, fail: 1, flaky: 1, secondsSum: 6 });
  const tests = await database.rows<Record<string, unknown>>(
    `SELECT test_id, run_count, success, failure, tm_timed_successes AS timed, ROUND(run_time, 3) AS run_time FROM tests ORDER BY id`,
  );
  expect(tests).toEqual([
    // 102 executions that the reference had counted in two rows; three of them are still there.
    { test_id: 'pkg.mod.Case.test_a', run_count: 103, success: 102, failure: 1, timed: 102, run_time: 2.02 },
    { test_id: 'pkg.mod.Case.test_b', run_count: 3, success: 0, failure: 3, timed: 0, run_time: null },
    { test_id: 'pkg.mod.Case.test_Ä', run_count: 1, success: 1, failure: 0, timed: 1, run_time: 1 },
  ]);
  const [labels] = await database.rows<Record<string, unknown>>(
    `SELECT attrs, tags FROM test_runs JOIN tm_label_sets ON tm_label_sets.id = test_runs.tm_label_set_id WHERE test_runs.id = 103`,
  );
  expect(labels).toEqual({ attrs: 'id-1,smoke', tags: 'worker-0,worker-1' });
  const runs = await database.rows<Record<string, unknown>>(
    'SELECT run_id, day, tests, success, fail, unfinished, complete FROM tm_runs ORDER BY run_id',
  );
  expect(runs).toEqual([
    { run_id: 10, day: '2025-03-01', tests: 2, success: 1, fail: 1, unfinished: 0, complete: 1 },
    // It says that nine passed, and one is there.
    { run_id: 11, day: '2025-03-02', tests: 2, success: 1, fail: 0, unfinished: 0, complete: 0 },
    // Without a time of its own, it was when its first test was.
    { run_id: 12, day: '2025-03-03', tests: 1, success: 0, fail: 0, unfinished: 1, complete: 0 },
    // Its tests had been expired.
    { run_id: 13, day: '2024-01-01', tests: 8, success: 7, fail: 0, unfinished: 0, complete: 1 },
  ]);
  const attempts = await database.rows('SELECT run_id, test_id, attempt, status FROM tm_attempts ORDER BY attempt');
  expect(attempts).toEqual([
    { run_id: 10, test_id: 1, attempt: 1, status: 'fail' },
    { run_id: 10, test_id: 1, attempt: 2, status: 'success' },
  ]);
}
