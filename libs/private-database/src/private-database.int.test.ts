import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { startPrivateDatabase, type PrivateDatabase } from './private-database';

describe('startPrivateDatabase()', () => {
  let parent: string;
  let directory: string;
  let running: PrivateDatabase | null = null;

  const start = async (): Promise<PrivateDatabase> => (running = await startPrivateDatabase({ directory }));

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'tm db ')); // with spaces, as a user's directory may have
    directory = join(parent, 'mariadb');
  });

  afterEach(async () => {
    await running?.stop();
    running = null;
    rmSync(parent, { recursive: true, force: true });
  });

  it('should keep data, passwords and port over a clean stop', async () => {
    const first = await start();
    await query(first.ownerUrl, 'CREATE TABLE kept (id INT)', 'INSERT INTO kept VALUES (1)');
    await first.stop();
    const second = await start();
    expect(await query(second.ownerUrl, 'SELECT id FROM kept')).toEqual([{ id: 1 }]);
    expect(second.ownerUrl).toBe(first.ownerUrl);
  });

  it('should keep what was committed when the server is killed', async () => {
    const first = await start();
    await query(first.ownerUrl, 'CREATE TABLE kept (id INT)', 'INSERT INTO kept VALUES (1)');
    process.kill(first.pid, 'SIGKILL');
    expect((await first.exited).signal).toBe('SIGKILL');
    await first.stop();
    expect(await query((await start()).ownerUrl, 'SELECT id FROM kept')).toEqual([{ id: 1 }]);
  });

  it('should stop a server that a killed process left behind, then start its own', async () => {
    const left = await start();
    await query(left.ownerUrl, 'CREATE TABLE kept (id INT)');
    // What a killed process leaves: a lock nobody holds, and the server running.
    writeFileSync(join(directory, 'lock'), JSON.stringify({ pid: 1, started: 'before the kill' }));
    const second = await start();
    expect(await left.exited).toEqual({ status: 0, signal: null });
    expect(await query(second.ownerUrl, 'SELECT id FROM kept')).toEqual([]);
  });

  it('should refuse a second start in the same directory and leave the first one alone', async () => {
    const first = await start();
    await expect(startPrivateDatabase({ directory })).rejects.toMatchObject({ code: 'directory_in_use' });
    expect(await query(first.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('should take another port where the last one is taken', async () => {
    const first = await start();
    await first.stop();
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(first.port, '127.0.0.1', resolve));
    const second = await start();
    expect(second.port).not.toBe(first.port);
    await new Promise((resolve) => squatter.close(resolve));
  });

  it('should not take a half-made data directory for a database', async () => {
    mkdirSync(join(directory, 'data.new-123', 'mysql'), { recursive: true });
    const database = await start();
    expect(await query(database.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(() => statSync(join(directory, 'data.new-123'))).toThrow();
  });

  it('should initialise several directories at once', async () => {
    const names = ['a', 'b', 'c', 'd'];
    const databases = await Promise.all(names.map((name) => startPrivateDatabase({ directory: join(parent, name) })));
    const answers = await Promise.all(databases.map(({ ownerUrl }) => query(ownerUrl, 'SELECT 1 AS one')));
    await Promise.all(databases.map((database) => database.stop()));
    expect(answers).toEqual(names.map(() => [{ one: 1 }]));
  });

  it('should make new passwords where they were lost, and keep them from other users', async () => {
    const first = await start();
    await query(first.ownerUrl, 'CREATE TABLE kept (id INT)');
    await first.stop();
    writeFileSync(join(directory, 'credentials.json'), '{"owner":');
    const second = await start();
    expect(second.ownerUrl).not.toBe(first.ownerUrl);
    expect(await query(second.ownerUrl, 'SELECT id FROM kept')).toEqual([]);
    expect(statSync(join(directory, 'credentials.json')).mode & 0o777).toBe(0o600);
    expect(() => readFileSync(join(directory, 'accounts.sql'))).toThrow();
  });

  it('should let the viewer read and not write, and the owner out of other schemas', async () => {
    const database = await start();
    await query(database.ownerUrl, 'CREATE TABLE kept (id INT)', 'INSERT INTO kept VALUES (1)');
    expect(await query(database.viewerUrl, 'SELECT id FROM kept')).toEqual([{ id: 1 }]);
    await expect(query(database.viewerUrl, 'DELETE FROM kept')).rejects.toMatchObject({
      code: 'ER_TABLEACCESS_DENIED_ERROR',
    });
    await expect(query(database.ownerUrl, 'CREATE DATABASE other')).rejects.toMatchObject({
      code: 'ER_DBACCESS_DENIED_ERROR',
    });
    await expect(query(database.ownerUrl, "SELECT 'x' INTO OUTFILE '/tmp/tm-x'")).rejects.toMatchObject({
      code: 'ER_SPECIFIC_ACCESS_DENIED_ERROR',
    });
  });

  it('should tell the end of the log where the server cannot start', async () => {
    await (await start()).stop();
    writeFileSync(join(directory, 'data', 'ibdata1'), 'damaged');
    const failure: Error = await start().then(
      () => new Error('started'),
      (error: Error) => error,
    );
    expect(failure).toMatchObject({ code: 'start_failed' });
    expect(failure.message).toContain('ibdata1');
    await expect(start()).rejects.toMatchObject({ code: 'start_failed' });
  });
});

async function query(url: string, ...statements: string[]): Promise<RowDataPacket[]> {
  const connection = await createConnection(url);
  try {
    let rows: unknown = [];
    for (const statement of statements) [rows] = await connection.query(statement);
    return rows as RowDataPacket[];
  } finally {
    await connection.end();
  }
}
