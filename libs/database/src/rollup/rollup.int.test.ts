import { randomUUID } from 'node:crypto';

import type { AttemptStatus, RunToStore } from '@testmetrics/domain';

import { checkDatabase } from '../check/check-database';
import { rebuildRollups } from '../rebuild/rebuild-rollups';
import { beginReset } from '../rebuild/reset-rollups';
import { RunStore } from '../store/run-store';
import { buildRun, TEST_EPOCH_MICROS, type TestSpec } from '../testing/build-run';
import { openTestDatabase, type OpenTestDatabase } from '../testing/open-test-database';
import { fence, releaseLease, takeLease } from './lease';
import { rollUpBatch } from './roll-up-batch';
import { rollUpOnce } from './roll-up-once';
import { RollupLoop } from './rollup-loop';
import { rollupLag } from './rollup-lag';

const DAY_MICROS = 86_400_000_000;
const STATUSES: readonly AttemptStatus[] = [
  'success',
  'success',
  'success',
  'fail',
  'skip',
  'xfail',
  'uxsuccess',
  'inprogress',
  'unknown',
];

/** The same history every time; mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function randomTests(random: () => number, count: number): readonly TestSpec[] {
  const pick = () => STATUSES[Math.floor(random() * STATUSES.length)] ?? 'success';
  return Array.from({ length: count }, (_, index) => ({
    name: `history.test_${index}`,
    statuses: random() < 0.2 ? ['fail', pick()] : [pick()],
    seconds: random() < 0.2 ? 0.001 * 2 ** Math.floor(random() * 12) : random() * 10,
    untimed: random() < 0.05,
    tags: random() < 0.5 ? [`worker-${index % 3}`] : [],
  }));
}

let open: OpenTestDatabase;
let store: RunStore;

beforeEach(async () => {
  open = await openTestDatabase();
  store = new RunStore(open.database);
});
afterEach(() => open.close());

async function storeHistory(runs: number, seed = 1): Promise<void> {
  const random = seeded(seed);
  for (let index = 0; index < runs; index++) {
    await store.write(
      buildRun({
        job: `job-${index % 2}`,
        branch: `branch-${index % 3}`,
        // Some come late.
        runAtMicros: TEST_EPOCH_MICROS + Math.floor(random() * 40) * DAY_MICROS,
        infra: random() < 0.1,
        complete: random() < 0.9,
        tests: randomTests(random, 12),
        metadata: randomMetadata(random, index),
        upload: randomUpload(random, index),
      }),
    );
  }
}

/** Few values, one of its own for every run, an empty one, and keys that only some runs have. */
function randomMetadata(random: () => number, index: number): ReadonlyMap<string, string> {
  return new Map([
    ['provider', `provider-${Math.floor(random() * 3)}`],
    ['build_uuid', `${index}-${random()}`],
    ['Provider', 'case matters '],
    ...(random() < 0.5 ? [['note', random() < 0.5 ? '' : 'it\'s\n"long" '.repeat(200)] as const] : []),
  ]);
}

function randomUpload(random: () => number, index: number): RunToStore['upload'] {
  const bytes = Math.floor(random() * 1e9);
  const sizes = { streamBytes: bytes * 4, receivedBytes: bytes, events: index, noiseBytes: 0 };
  const damageCount = random() < 0.1 ? 3 : 0;
  return { contentHash: Buffer.alloc(32, index), format: 'v2', ...sizes, damageCount, damage: [] };
}

describe('rollUpOnce()', () => {
  it('should bring up everything that a check computes from the raw rows', async () => {
    await storeHistory(150);
    expect(await rollupLag(open.database)).toMatchObject({ pendingRuns: 150 });
    expect(await checkDatabase(open.database)).toEqual([]);
    expect(await rollUpOnce(open.database, { maxRuns: 40 })).toMatchObject({ runs: 150 });
    expect(await checkDatabase(open.database)).toEqual([]);
    expect(await rollupLag(open.database)).toEqual({ pendingRuns: 0, seconds: 0 });
    // Bits beyond the 64th fall out, and more come in front.
    await storeHistory(300, 2);
    await rollUpOnce(open.database, { maxRuns: 7 });
    expect(await checkDatabase(open.database)).toEqual([]);
    await storeHistory(200, 3);
    await rollUpOnce(open.database);
    expect(await checkDatabase(open.database)).toEqual([]);
  });

  it('should take a run that is larger than what it reads at once in slices', async () => {
    const tests = Array.from({ length: 1_000 }, (_, index) => ({ name: `large.test_${index}`, seconds: index / 100 }));
    await store.write(buildRun({ tests }));
    await store.write(buildRun({ tests: tests.slice(0, 900) }));
    expect(await rollUpOnce(open.database, { maxTestRuns: 300, sliceTestRuns: 300 })).toEqual({
      runs: 2,
      testRuns: 1_900,
    });
    expect(await checkDatabase(open.database)).toEqual([]);
  });

  it('should keep histories, counters and means as defined', async () => {
    const outcomes: readonly AttemptStatus[] = ['success', 'fail', 'skip', 'xfail', 'fail', 'uxsuccess'];
    for (const [index, status] of outcomes.entries()) {
      const tests = [{ name: 'one.test', statuses: [status], seconds: index + 1 }];
      await store.write(buildRun({ runAtMicros: TEST_EPOCH_MICROS + index * DAY_MICROS, tests }));
      await rollUpOnce(open.database);
    }
    const { database } = open;
    const [state] = await database.rows(
      'SELECT history, history_length, consecutive_fails, first_seen, last_passed, last_failed FROM tm_test_states',
    );
    expect(state).toEqual({
      history: 0b01011,
      history_length: 5,
      consecutive_fails: 2,
      first_seen: '2026-11-01 12:00:00.000000',
      last_passed: '2026-11-04 12:00:00.000000',
      last_failed: '2026-11-06 12:00:00.000000',
    });
    const [test] = await database.rows('SELECT run_count, success, failure, run_time FROM tests');
    expect(test).toEqual({ run_count: 5, success: 2, failure: 3, run_time: (1 + 4) / 2 });
  });

  it('should add up runs by the values of their metadata, each pair of a run once', async () => {
    const { database } = open;
    const write = (metadata: readonly (readonly [string, string])[], day: number, failed = false) =>
      store.write(
        buildRun({
          runAtMicros: TEST_EPOCH_MICROS + day * DAY_MICROS,
          metadata: new Map(metadata),
          tests: [{ name: 'm.test', statuses: [failed ? 'fail' : 'success'], seconds: 2 }],
        }),
      );
    await write([['node', 'a']], 0);
    await write([['node', 'b']], 0, true);
    await write([['node', 'a'], ['empty', '']], 0, true); // prettier-ignore
    await write([['node', 'a'], ['image', 'a']], 1); // prettier-ignore
    // As the reference's tools can have it.
    await database.execute(
      "INSERT INTO run_metadata (run_id, `key`, value) VALUES (1, 'node', 'a'), (1, NULL, 'x'), (1, 'n', NULL)",
    );
    await rollUpOnce(database, { maxRuns: 2 });
    const sums = await database.rows(
      `SELECT tm_metadata_keys.name, tm_metadata_values.value, day, runs, failed_runs, timed_runs, success, fail, run_seconds,
              wall_seconds, newest_at
         FROM tm_metadata_days JOIN tm_metadata_keys ON tm_metadata_keys.id = tm_metadata_days.key_id
         JOIN tm_metadata_values ON tm_metadata_values.id = tm_metadata_days.value_id ORDER BY 1, 2, 3`,
    );
    const one = { day: '2026-11-01', runs: 1, failed_runs: 0, timed_runs: 1, success: 1, fail: 0, run_seconds: 2 };
    const [first, second] = ['2026-11-01 12:00:00.000000', '2026-11-02 12:00:00.000000'];
    expect(sums).toEqual([
      { ...one, name: 'image', value: 'a', day: '2026-11-02', wall_seconds: 2, newest_at: second },
      {
        ...one,
        name: 'node',
        value: 'a',
        runs: 2,
        failed_runs: 1,
        timed_runs: 2,
        fail: 1,
        run_seconds: 4,
        wall_seconds: 4,
        newest_at: first,
      },
      { ...one, name: 'node', value: 'a', day: '2026-11-02', wall_seconds: 2, newest_at: second },
      { ...one, name: 'node', value: 'b', failed_runs: 1, success: 0, fail: 1, wall_seconds: 2, newest_at: first },
    ]);
    expect(await checkDatabase(database)).toEqual([]);
  });

  it('should leave the work to one of several that ask at once', async () => {
    await storeHistory(60);
    const results = await Promise.all(Array.from({ length: 6 }, () => rollUpOnce(open.database, { maxRuns: 5 })));
    expect(results.reduce((sum, result) => sum + (result?.runs ?? 0), 0)).toBe(60);
    expect(await checkDatabase(open.database)).toEqual([]);
  });

  it('should write attrs and tags out for the tools of the reference, once, also after a rebuild', async () => {
    await store.write(
      buildRun({ tests: [{ name: 'l.test', fullId: 'l.test[smoke]', attrs: 'smoke', tags: ['a', 'b'] }, 'l.plain'] }),
    );
    const read = () => open.database.rows('SELECT `key`, value FROM test_run_metadata ORDER BY id');
    const pairs = [
      { key: 'attrs', value: 'smoke' },
      { key: 'tags', value: 'a,b' },
    ];
    await rollUpOnce(open.database);
    expect(await read()).toEqual(pairs);
    await rebuildRollups(open.database);
    expect(await read()).toEqual(pairs);
    await store.write(buildRun({ tests: [{ name: 'l.test', fullId: 'l.test[smoke]', attrs: 'smoke' }] }));
    await rollUpOnce(open.database, { testRunMetadata: false });
    expect(await read()).toEqual(pairs);
  });
});

describe('rollUpBatch()', () => {
  it('should do nothing without the lease', async () => {
    await storeHistory(3);
    await expect(rollUpBatch(open.database, 'nobody')).rejects.toThrow('lease was lost');
    expect(await rollupLag(open.database)).toMatchObject({ pendingRuns: 3 });
  });

  it('should leave everything as it was when its connection dies', async () => {
    await storeHistory(30);
    const { database } = open;
    for (let round = 0; round < 12; round++) {
      const rolling = rollUpOnce(database, { maxRuns: 4 }).catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, round * 3));
      await killOthers();
      await rolling;
      await database
        .execute("UPDATE tm_leases SET tm_leases.holder = '', tm_leases.expires_at = '1970-01-01'")
        .catch(() => null);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    await rollUpOnce(database);
    expect(await rollupLag(database)).toMatchObject({ pendingRuns: 0 });
    expect(await checkDatabase(database)).toEqual([]);
  });
});

describe('takeLease()', () => {
  it('should be taken by one, kept by it, and free when it ran out or was let go', async () => {
    const { database } = open;
    expect(await takeLease(database, { holder: 'one', seconds: 60 })).toBe(true);
    expect(await takeLease(database, { holder: 'two', seconds: 60 })).toBe(false);
    expect(await takeLease(database, { holder: 'one', seconds: -1 })).toBe(true);
    expect(await takeLease(database, { holder: 'two', seconds: 60 })).toBe(true);
    await expect(database.transaction((session) => fence(session, 'one'))).rejects.toThrow('lease was lost');
    await releaseLease(database, 'two');
    expect(await takeLease(database, { holder: 'one', seconds: 60 })).toBe(true);
  });
});

describe('RollupLoop', () => {
  it('should follow 16 parallel uploads of one job, twenty times over, without losing one', async () => {
    const errors: unknown[] = [];
    const loops = [0, 1].map(
      () => new RollupLoop(open.database, { pollMs: 50, gatherMs: 1, onError: (error) => errors.push(error) }),
    );
    for (const loop of loops) loop.start();
    for (let round = 0; round < 20; round++) {
      const tests = Array.from({ length: 30 }, (_, index) => `shared.test_${index}`);
      const runs = Array.from({ length: 16 }, () => buildRun({ uuid: randomUUID(), tests }));
      await Promise.all(runs.map((run) => store.write(run)));
      for (const loop of loops) loop.wake();
    }
    await until(async () => (await rollupLag(open.database)).pendingRuns === 0);
    await Promise.all(loops.map((loop) => loop.stop()));
    expect(errors).toEqual([]);
    expect(await checkDatabase(open.database)).toEqual([]);
    const [test] = await open.database.rows('SELECT MIN(run_count) AS low, MAX(run_count) AS high FROM tests');
    expect(test).toEqual({ low: 320, high: 320 });
  });
});

describe('checkDatabase()', () => {
  it('should find every kind of wrong row', async () => {
    await storeHistory(20);
    await rollUpOnce(open.database);
    const damages = [
      ['tm_test_days', 'UPDATE tm_test_days SET fail = fail + 1 ORDER BY test_id LIMIT 1'],
      ['tm_test_days', 'DELETE FROM tm_test_days ORDER BY test_id DESC LIMIT 1'],
      ['tm_test_months', 'UPDATE tm_test_months SET seconds = seconds + 0.1 ORDER BY test_id LIMIT 1'],
      ['tm_test_months', 'DELETE FROM tm_test_months ORDER BY test_id DESC LIMIT 1'],
      ['tm_test_day_durations', 'UPDATE tm_test_day_durations SET n = n + 1 LIMIT 1'],
      ['tm_job_days', 'UPDATE tm_job_days SET wall_seconds = wall_seconds + 0.1 LIMIT 1'],
      [
        'tm_job_days',
        'UPDATE tm_job_days SET received_bytes = received_bytes + 1 ORDER BY day DESC, series_id DESC LIMIT 1',
      ],
      ['tm_job_day_durations', 'DELETE FROM tm_job_day_durations LIMIT 1'],
      ['tm_metadata_days', "UPDATE tm_metadata_days SET newest_at = '2027-01-01' ORDER BY key_id LIMIT 1"],
      ['tm_metadata_days', 'DELETE FROM tm_metadata_days ORDER BY key_id DESC, value_id DESC LIMIT 1'],
      ['tm_test_states', 'UPDATE tm_test_states SET history = history ^ 1 LIMIT 1'],
      ['tests', 'UPDATE tests SET success = success + 1 LIMIT 1'],
      ['tm_runs', 'UPDATE runs SET passes = passes + 1 ORDER BY id LIMIT 1'],
      ['tm_runs', 'DELETE FROM tm_failures ORDER BY run_id DESC LIMIT 1'],
      ['tm_attempts', 'DELETE FROM tm_attempts LIMIT 1'],
    ] as const;
    for (const [, sql] of damages) await open.database.execute(sql);
    const found = (await checkDatabase(open.database)).map(({ table }) => table);
    for (const [table] of damages) {
      const expected = damages.filter(([damaged]) => damaged === table).length;
      expect([table, found.filter((name) => name === table).length]).toEqual([table, expected]);
    }
  });

  it('should find rows whose run is gone', async () => {
    await storeHistory(2);
    await open.database.execute('DELETE FROM runs LIMIT 1');
    const findings = await checkDatabase(open.database);
    expect(findings.filter(({ kind }) => kind === 'orphan').map(({ table }) => table)).toEqual(
      expect.arrayContaining(['test_runs', 'tm_runs', 'tm_uploads', 'run_metadata']),
    );
  });
});

describe('rebuildRollups()', () => {
  it('should make everything again, also when it was broken off', async () => {
    await storeHistory(80);
    await rollUpOnce(open.database, { maxRuns: 10 });
    await open.database.execute('UPDATE tm_test_days SET tm_test_days.fail = 99');
    expect(await rebuildRollups(open.database)).toEqual({ runs: 80, adopted: 0 });
    expect(await checkDatabase(open.database)).toEqual([]);
    // Died right after it began: whoever comes next finishes it.
    await takeLease(open.database, { holder: 'dying', seconds: 60 });
    await beginReset(open.database, 'dying');
    await releaseLease(open.database, 'dying');
    expect(await rollUpOnce(open.database)).toMatchObject({ runs: 80 });
    expect(await checkDatabase(open.database)).toEqual([]);
  });
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 30_000;
  while (!(await condition())) {
    if (Date.now() > giveUpAt) throw new Error('It did not come about within 30 s.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function killOthers(): Promise<void> {
  await open.database.session(async (session) => {
    const rows = await session.rows<{ id: number }>(
      'SELECT ID AS id FROM information_schema.PROCESSLIST WHERE DB = DATABASE() AND ID <> CONNECTION_ID()',
    );
    for (const { id } of rows) await session.execute(`KILL ${id}`).catch(() => undefined);
  });
}
