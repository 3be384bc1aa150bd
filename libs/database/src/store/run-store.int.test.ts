import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { DatabaseUnavailableError } from '../errors/database-unavailable-error';
import { RunReadModel } from '../read/run-read-model';
import { buildRun, replayable, TEST_EPOCH_MICROS } from '../testing/build-run';
import { openTestDatabase, type OpenTestDatabase } from '../testing/open-test-database';
import { RunStore } from './run-store';

let open: OpenTestDatabase;
let store: RunStore;
let reader: RunReadModel;

beforeAll(async () => {
  open = await openTestDatabase();
  store = new RunStore(open.database);
  reader = new RunReadModel(open.database);
});
afterAll(() => open.close());

async function count(table: string): Promise<number> {
  const [row] = await open.database.rows<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`);
  return row?.n ?? -1;
}

async function testsOf(uuid: string) {
  const page = await reader.tests(uuid, {}, { limit: 1000 });
  return page?.items ?? [];
}

describe('RunStore.write()', () => {
  it('should store a run so that it reads back as it was', async () => {
    const run = buildRun({
      job: 'tempest-full',
      project: 'nova',
      branch: 'master',
      queue: 'gate',
      commit: 'abc123',
      artifacts: 'https://logs.example/1',
      metadata: new Map([
        ['build_name', 'tempest-full'],
        ['note', "it's a \\ backslash and a \0 byte"],
      ]),
      tests: [
        { name: 'a.b.test_ok', tags: ['slow', 'worker-1'], attrs: 'id-1,smoke', fullId: 'a.b.test_ok[id-1,smoke]' },
        { name: 'a.b.test_retried', statuses: ['fail', 'success'], failureMessage: 'ValueError: x' },
        { name: 'a.b.test_skipped', statuses: ['skip'] },
        { name: 'a.b.test_hung', statuses: ['inprogress'] },
      ],
    });
    const { kind, run: written } = await store.write(run);
    expect(kind).toBe('stored');
    expect(await store.findByUuid(run.uuid)).toEqual(written);
    expect(written).toMatchObject({
      job: 'tempest-full',
      commit: 'abc123',
      totals: { total: 4, success: 2, flaky: 1 },
    });
    const tests = await testsOf(run.uuid);
    const byName = new Map(tests.map((test) => [test.name, test]));
    expect(byName.get('a.b.test_ok')?.attempts).toEqual([
      {
        number: 1,
        status: 'success',
        startMicros: TEST_EPOCH_MICROS,
        stopMicros: TEST_EPOCH_MICROS + 500_000,
        seconds: 0.5,
        attrs: 'id-1,smoke',
        tags: ['slow', 'worker-1'],
        routeCode: null,
      },
    ]);
    expect(byName.get('a.b.test_retried')).toMatchObject({
      status: 'success',
      flaky: true,
      failureMessage: 'ValueError: x',
      attempts: [{ status: 'fail' }, { status: 'success' }],
    });
    expect(byName.get('a.b.test_hung')).toMatchObject({ status: 'inprogress', attempts: [{ seconds: null }] });
  });

  it('should tell the same upload from another one under the same uuid', async () => {
    const run = buildRun({ content: 'one' });
    await store.write(run);
    expect(await store.write(run)).toMatchObject({ kind: 'duplicate', run: { uuid: run.uuid } });
    expect((await store.write(buildRun({ uuid: run.uuid, content: 'two' }))).kind).toBe('conflict');
  });

  it('should store one of several that come at once', async () => {
    const run = buildRun({ tests: Array.from({ length: 500 }, (_, index) => `together.test_${index}`) });
    const results = await Promise.all(Array.from({ length: 8 }, () => store.write(run)));
    expect(results.map(({ kind }) => kind).sort()).toEqual([...Array<string>(7).fill('duplicate'), 'stored']);
    expect(await testsOf(run.uuid)).toHaveLength(500);
  });

  it('should keep ids apart that differ in case, accent, trailing space or composition only', async () => {
    const names = [
      'ids.test',
      'ids.Test',
      'ids.tést',
      'ids.te\u0301st',
      'ids.test ',
      ' ids.test',
      'ids.test\t',
      'ids.test\n',
    ];
    const run = buildRun({ tests: names });
    await store.write(run);
    expect((await testsOf(run.uuid)).map(({ name }) => name).sort()).toEqual([...names].sort());
    const [row] = await open.database.rows<{ n: number }>(
      "SELECT COUNT(*) AS n FROM tests WHERE tests.test_id = 'ids.test'",
    );
    expect(row?.n).toBe(1);
  });

  it.each([
    ['20,000 characters', 'long.' + 'x'.repeat(20_000)],
    ['20,000 characters that differ in the last one', 'long.' + 'x'.repeat(19_999) + 'y'],
    ['right-to-left text', 'test.\u202Eעברית العربية'],
    ['characters of four bytes', 'test.🦄𝕏[🧪]'],
    ['quotes, backslashes and percent signs', `test.'"\\%_\`;--`],
    ['a NUL and control characters', 'test.\0\x01\x1A\x7F'],
    ['a question mark and a colon', 'test.? :name ?'],
  ])('should keep an id of %s', async (_, name) => {
    const run = buildRun({ tests: [name] });
    await store.write(run);
    expect((await testsOf(run.uuid)).map((test) => test.name)).toEqual([name]);
  });

  it.each([
    ['1970', 0],
    ['1970, one microsecond', 1],
    ['2106', 4294967295_999_999],
    ['before 1970', -1],
  ])('should keep the time %s to the microsecond', async (_, micros) => {
    const run = buildRun({ runAtMicros: micros, tests: [{ name: 'times.test', seconds: 0.000001 }] });
    await store.write(run);
    expect((await store.findByUuid(run.uuid))?.runAtMicros).toBe(micros);
    const [test] = await testsOf(run.uuid);
    expect(test?.attempts[0]).toMatchObject({ startMicros: micros, stopMicros: micros + 1 });
  });

  it('should truncate seconds, never round them', async () => {
    const run = buildRun({ runAtMicros: TEST_EPOCH_MICROS + 999_999 });
    await store.write(run);
    const [row] = await open.database.rows<{ runAt: string; start: string; micros: number }>(
      `SELECT runs.run_at AS runAt, test_runs.start_time AS start, test_runs.start_time_microsecond AS micros
         FROM runs JOIN test_runs ON test_runs.run_id = runs.id WHERE runs.uuid = ?`,
      [run.uuid],
    );
    expect(row).toEqual({ runAt: '2026-11-01 12:00:00', start: '2026-11-01 12:00:00', micros: 999_999 });
  });

  it('should store an empty run, and tests without times', async () => {
    const empty = buildRun({ tests: [] });
    const untimed = buildRun({ tests: [{ name: 'untimed.test', untimed: true }] });
    expect((await store.write(empty)).kind).toBe('stored');
    expect((await store.write(untimed)).kind).toBe('stored');
    expect(await testsOf(empty.uuid)).toEqual([]);
    const [test] = await testsOf(untimed.uuid);
    expect(test?.attempts[0]).toMatchObject({ startMicros: null, stopMicros: null, seconds: null });
  });

  it('should store 100,000 distinct tags of one test, and of 10,000 tests', async () => {
    const tags = Array.from({ length: 100_000 }, (_, index) => `tag-${index}`).sort();
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      name: `tags.test_${index}`,
      tags: [`only-${index}`],
    }));
    const run = buildRun({ tests: [{ name: 'tags.test', tags }, ...many] });
    await store.write(run);
    const [first] = await testsOf(run.uuid);
    const all = (await reader.tests(run.uuid, {}, { limit: 20_000 }))?.items ?? [];
    expect(first).toBeDefined();
    expect(all.find(({ name }) => name === 'tags.test')?.attempts[0]?.tags).toEqual(tags);
    expect(all.find(({ name }) => name === 'tags.test_77')?.attempts[0]?.tags).toEqual(['only-77']);
  });

  it('should store attachments of every kind and size, byte for byte', async () => {
    const contents = [
      Buffer.from(''),
      Buffer.from("text with 'quotes' and \\ and \0"),
      Buffer.from('häßlich 🦄'),
      Buffer.from([0xff, 0xfe, 0x00, 0x27, 0x5c]),
      Buffer.alloc(1_000_000, Buffer.from([0, 1, 2, 0x27, 0x5c, 0xff])),
      Buffer.alloc(12_000_000, 'x'),
    ];
    const run = buildRun({
      tests: ['files.one', 'files.two'],
      attachments: contents.map((content, index) => ({ testIndex: 1, content, fileName: `file-${index}:rest` })),
      runAttachments: replayable([
        { name: 'stdout', contentType: 'text/plain', content: Buffer.from('noise'), cutBytes: 3 },
      ]),
    });
    await store.write(run);
    const infos = (await reader.attachments(run.uuid, 'files.two')) ?? [];
    expect(infos.map(({ bytes }) => bytes)).toEqual(contents.map((content) => content.length));
    for (const [index, info] of infos.entries()) {
      const content = await reader.attachmentContent(run.uuid, info.id);
      expect(content?.equals(contents[index] ?? Buffer.from('?'))).toBe(true);
      expect(info.fileName).toBe(`file-${index}:rest`);
    }
    const [label] = await open.database.rows<{ label: string }>(
      'SELECT attachments.label FROM attachments WHERE attachments.id = ?',
      [infos[0]?.id],
    );
    expect(label?.label).toBe('file-0');
    expect(await count('tm_run_attachments')).toBe(1);
    expect(await reader.attachments(run.uuid, 'files.one')).toEqual([]);
  });

  it('should cut what the server could not take, and say how much', async () => {
    const content = Buffer.alloc(2 ** 24 + 10, 'x');
    const run = buildRun({ attachments: [{ content, cutBytes: 5 }] });
    await store.write(run);
    const [info] = (await reader.attachments(run.uuid, 'pkg.module.Class.test_one')) ?? [];
    expect(info?.bytes).toBeLessThan(content.length);
    expect((info?.bytes ?? 0) + (info?.cutBytes ?? 0)).toBe(content.length + 5);
  });

  it('should keep a full id that is a test already, and cut the brackets otherwise', async () => {
    const parameters = buildRun({ tests: ['p.test[a]', 'p.test[b]'] });
    await store.write(parameters);
    const alone = buildRun({
      tests: [
        { name: 'p.test', fullId: 'p.test[a]', attrs: 'a', tags: ['t'] },
        { name: 'q.test', fullId: 'q.test[a]', attrs: 'a' },
      ],
    });
    // A store that has seen nothing yet, as after a restart.
    await new RunStore(open.database).write(alone);
    const tests = await testsOf(alone.uuid);
    expect(tests.map(({ name, attempts }) => [name, attempts[0]?.attrs, attempts[0]?.tags])).toEqual([
      ['p.test[a]', null, ['t']],
      ['q.test', 'a', []],
    ]);
  });

  it('should leave nothing behind when the connection dies in the middle', async () => {
    const before = await Promise.all(['runs', 'test_runs', 'attachments', 'tm_runs', 'tm_rollup_pending'].map(count));
    const attachment = { testIndex: 0, attemptNumber: 1, fileName: 'f', contentType: null, cutBytes: 0 };
    const run = buildRun({ tests: ['killed.test_a', 'killed.test_b'] });
    const killing = {
      ...run,
      attachments: replayableWith(async function* () {
        yield { ...attachment, content: Buffer.alloc(2_000_000, 'a') };
        await killWriters();
        yield { ...attachment, content: Buffer.alloc(2_000_000, 'b') };
      }),
    };
    await expect(store.write(killing)).rejects.toThrow(DatabaseUnavailableError);
    // Until the pool has noticed which of its idle connections are gone.
    await sleep(100);
    const after = await Promise.all(['runs', 'test_runs', 'attachments', 'tm_runs', 'tm_rollup_pending'].map(count));
    expect(after).toEqual(before);
    expect((await store.write(run)).kind).toBe('stored');
  });

  it('should leave nothing behind when the spool cannot be read', async () => {
    const run = buildRun();
    const broken = {
      ...run,
      attachments: replayableWith<never>(() => {
        throw new Error('the spool is gone');
      }),
    };
    await expect(store.write(broken)).rejects.toThrow('the spool is gone');
    expect(await store.findByUuid(run.uuid)).toBeNull();
  });

  it('should take 16 runs of one job at once, twenty times over', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `parallel.test_${index}`);
    const runs = Array.from({ length: 320 }, (_, index) =>
      buildRun({
        uuid: randomUUID(),
        job: 'parallel',
        branch: `b${index % 3}`,
        tests: [...names, `parallel.own_${index}`],
      }),
    );
    for (let round = 0; round < 20; round++) {
      const results = await Promise.all(runs.slice(round * 16, round * 16 + 16).map((run) => store.write(run)));
      expect(results.every(({ kind }) => kind === 'stored')).toBe(true);
    }
    const [row] = await open.database.rows<{ runs: number; testRuns: number; names: number }>(
      `SELECT COUNT(DISTINCT tm_runs.run_id) AS runs, COUNT(*) AS testRuns, COUNT(DISTINCT test_runs.test_id) AS names
         FROM tm_runs JOIN tm_jobs ON tm_jobs.id = tm_runs.job_id JOIN test_runs ON test_runs.run_id = tm_runs.run_id
        WHERE tm_jobs.name = 'parallel'`,
    );
    expect(row).toEqual({ runs: 320, testRuns: 320 * 61, names: 60 + 320 });
  });
});

function replayableWith<T>(generate: () => AsyncGenerator<T>): AsyncIterable<T> {
  return { [Symbol.asyncIterator]: generate };
}

/** Kills every other connection to the schema, as a restarted server would. */
async function killWriters(): Promise<void> {
  await open.database.session(async (session) => {
    const rows = await session.rows<{ id: number }>(
      'SELECT ID AS id FROM information_schema.PROCESSLIST WHERE DB = DATABASE() AND ID <> CONNECTION_ID()',
    );
    for (const { id } of rows) await session.execute(`KILL ${id}`).catch(() => undefined);
  });
}
