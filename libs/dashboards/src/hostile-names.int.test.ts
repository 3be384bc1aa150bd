import { connectDatabase, migrate } from '@testmetrics/database';
import { createTestDatabase, type TestDatabase } from '@testmetrics/private-database/testing';
import { compileQuestion, completionQuestion, literalRange, type Question } from '@testmetrics/questions';
import { hostileTexts } from '@testmetrics/questions/testing';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';

/** Bytes that are no text become U+FFFD wherever text becomes bytes. */
const NAMES = [...new Set(hostileTexts(10_000).map((text) => text.replace(/\p{Surrogate}/gu, '\ufffd')))].filter(
  (text) => text !== '',
);

const NOON = Date.UTC(2026, 10, 20, 12) * 1000;
const RANGE = { range: literalRange(NOON - 3_600_000_000, NOON + 3_600_000_000) };

/** Runs are so far from each other, the first at noon. */
const APART_MICROS = 1000;

/** So many names are asked for at a time, where a question takes a list. */
const AT_ONCE = 500;

let database: TestDatabase;
let connection: Connection;

/** Names are put in by the driver's own quoting, so that the compiler is not its own judge. */
beforeAll(async () => {
  database = await createTestDatabase();
  const owner = await connectDatabase(database.url);
  await migrate(owner);
  await owner.close();
  connection = await createConnection({ uri: database.url, charset: 'utf8mb4', decimalNumbers: true, timezone: 'Z' });
  await connection.query("SET time_zone = '+00:00'");
  const keys = NAMES.map((_, index) => index + 2);
  await fill('tests', 'id, test_id, run_count', (name, key) => [key, name, 1]);
  for (const table of ['tm_jobs', 'tm_projects', 'tm_branches'])
    await fill(table, 'id, name', (name, key) => [key, name]);
  await fill('tm_series', 'id, job_id, project_id, branch_id, queue_id', (_, key) => [key, key, key, key, 1]);
  await fill('runs', 'id, uuid', (_, key) => [key, uuid(key)]);
  await fill('run_metadata', 'run_id, `key`, value', (name, key) => [key, 'node', name]);
  const times = (key: number) => {
    const runAt = new Date((NOON + key * APART_MICROS) / 1000).toISOString().slice(0, -1);
    return ['2026-11-20', runAt, '2026-11-20 12:00:00'];
  };
  const sums = 'tests, success, fail, skip, xfail, uxsuccess, unfinished, flaky, run_seconds, wall_seconds';
  await fill(
    'tm_runs',
    `run_id, series_id, job_id, project_id, branch_id, queue_id, commit_id, day, run_at, received_at, ${sums}, failed, complete, infra`,
    (_, key) => [key, key, key, key, key, 1, 1, ...times(key), 1, 0, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0],
  );
  await fill('test_runs', 'id, run_id, test_id, status', (_, key) => [key, key, key, 'fail']);
  await fill('tm_failures', 'run_id, test_id, series_id, run_at, status, flaky, message', (name, key) => [
    ...[key, key, key, '2026-11-20 12:00:00', 'fail', 0],
    [...name].slice(0, 512).join(''),
  ]);
  expect(keys.length).toBeGreaterThan(7000);
}, 180_000);

afterAll(async () => {
  await connection.end();
  await database.drop();
});

async function fill(table: string, columns: string, rowOf: (name: string, key: number) => unknown[]): Promise<void> {
  for (let start = 0; start < NAMES.length; start += 1000) {
    const rows = NAMES.slice(start, start + 1000).map((name, index) => rowOf(name, start + index + 2));
    await connection.query(`INSERT INTO ${table} (${columns}) VALUES ?`, [rows]);
  }
}

function uuid(key: number): string {
  return `00000000-0000-4000-8000-${String(key).padStart(12, '0')}`;
}

/** Some hundred runs around this one: each is asked for its metadata, as the totals by day are empty here. */
function neighbours(key: number): typeof RANGE {
  const at = NOON + key * APART_MICROS;
  return { range: literalRange(at - 200 * APART_MICROS, at + 200 * APART_MICROS) };
}

async function ask(question: Question, range = RANGE): Promise<RowDataPacket[]> {
  return (await connection.query<RowDataPacket[]>(compileQuestion(question, range).sql))[0];
}

const cut = (name: string) => [...name].slice(0, 1000).join('');

describe('10,000 hostile names on a real database', () => {
  it.each(['projects', 'jobs', 'branches'] as const)('should be found as data when chosen as %s', async (field) => {
    for (let start = 0; start < NAMES.length; start += AT_ONCE) {
      const names = NAMES.slice(start, start + AT_ONCE);
      const rows = await ask({ kind: 'jobs', [field]: names, limit: 1000 });
      expect(rows.map((row) => row['Job']).sort()).toEqual([...names].sort());
    }
  });

  it('should be found as data when chosen as tests, and shown as they are', async () => {
    for (let start = 0; start < NAMES.length; start += AT_ONCE) {
      const tests = NAMES.slice(start, start + AT_ONCE);
      const rows = await ask({ kind: 'latestFailures', tests, limit: 1000 });
      expect(rows.map((row) => row['Test']).sort()).toEqual(tests.map(cut).sort());
    }
  });

  it('should be found by prefix, by search and by metadata, one by one', async () => {
    for (let index = 0; index < NAMES.length; index += 25) {
      const name = NAMES[index]!;
      const key = index + 2;
      const [prefixed] = await ask({ kind: 'latestFailures', testPrefix: name, tests: [name] });
      expect(prefixed?.['test_key']).toBe(key);
      const [found] = await ask({ kind: 'latestFailures', testSearch: name, tests: [name] });
      expect(found?.['test_key']).toBe(key);
      const runs = await ask({ kind: 'recentRuns', metadata: [{ key: 'node', value: name }] }, neighbours(key));
      expect(runs.map((run) => run['run_key'])).toEqual([uuid(key)]);
    }
  });

  it('should begin with itself only, whatever wildcards a name has', async () => {
    for (let index = 0; index < NAMES.length; index += 500) {
      const prefix = NAMES[index]!;
      const rows = await ask({ kind: 'latestFailures', testPrefix: prefix, limit: 1000 });
      const expected = NAMES.filter((name) => name.startsWith(prefix)).map(cut);
      if (expected.length < 1000) expect(rows.map((row) => row['Test']).sort()).toEqual(expected.sort());
    }
  });

  it('should be found as literal patterns by the regular expressions of the server', async () => {
    for (let index = 0; index < NAMES.length; index += 50) {
      const name = NAMES[index]!.slice(0, 200).replace(/\p{Surrogate}/gu, '');
      const pattern = name.replace(/[\\^$.*+?()[\]{}|#-]/g, '\\$&').replace(/\0/g, '.');
      const rows = await ask({ kind: 'latestFailures', testPattern: pattern, tests: [NAMES[index]!] });
      expect(rows.map((row) => row['test_key'])).toEqual([index + 2]);
    }
  });

  it('should be offered by completions as they are', async () => {
    for (let index = 0; index < NAMES.length; index += 100) {
      const name = NAMES[index]!;
      for (const names of ['jobs', 'tests', 'metadataValues'] as const) {
        const request = { of: names, search: name, metadataKey: 'node', limit: 5000 };
        const [rows] = await connection.query<RowDataPacket[]>(completionQuestion(request, RANGE).sql);
        const expected = names === 'metadataValues' ? [...name].slice(0, 4000).join('') : name;
        expect(rows.some((row) => row['__value'] === expected)).toBe(true);
      }
    }
  });
});
