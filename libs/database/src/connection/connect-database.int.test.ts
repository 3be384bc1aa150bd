import { createTestDatabase, type TestDatabase } from '@testmetrics/private-database/testing';

import { DatabaseUnavailableError } from '../errors/database-unavailable-error';
import { connectDatabase } from './connect-database';
import type { Database } from './database';
import type { Session } from './session';

let schema: TestDatabase;
let database: Database;

beforeAll(async () => {
  schema = await createTestDatabase();
  database = await connectDatabase(schema.url, {
    poolSize: 2,
    acquireTimeoutMs: 200,
    lockWaitSeconds: 1,
    statementTimeoutMs: 1_500,
  });
  await database.execute('CREATE TABLE items (id INT NOT NULL PRIMARY KEY, name VARCHAR(4) NULL) ENGINE=InnoDB');
  await database.execute("INSERT INTO items VALUES (1, 'a'), (2, 'b')");
});
afterAll(async () => {
  await database.close();
  await schema.drop();
});

/** The isolation has another name on MySQL than on MariaDB before 11.1. */
const settings = () =>
  `SELECT @@time_zone AS zone, @@${database.server.flavor === 'mysql' ? 'transaction' : 'tx'}_isolation AS isolation,
          @@sql_mode AS mode, @@character_set_client AS characters`;

describe('connectDatabase()', () => {
  it('should give every session of both pools the same settings', async () => {
    const [bulk] = await database.rows<Record<string, string>>(settings());
    const [models] = (await (await database.models()).sequelize.query(settings()))[0] as Record<string, string>[];
    expect(bulk).toEqual(models);
    expect(bulk).toMatchObject({ zone: '+00:00', isolation: 'READ-COMMITTED', characters: 'utf8mb4' });
    expect(bulk?.['mode']).toContain('STRICT_TRANS_TABLES');
  });

  it('should say that the database cannot be reached', async () => {
    await expect(connectDatabase('mysql://u:p@127.0.0.1:1/none')).rejects.toMatchObject({
      code: 'database_unavailable',
      status: 503,
      reason: 'ECONNREFUSED',
    });
  });

  it('should refuse a value that does not fit, rather than cut it', async () => {
    await expect(database.execute("INSERT INTO items VALUES (9, 'too long')")).rejects.toThrow('Data too long');
  });
});

describe('Database.spareSession()', () => {
  const idOf = async (session: Session | null) =>
    session === null ? null : Number((await session.arrays('SELECT CONNECTION_ID()'))[0]?.[0]);

  it('should lend a second connection where one is free, and none to those who would have to wait', async () => {
    const [one, other, none] = await database.session(async (session) => [
      await idOf(session),
      ...(await database.spareSession(async (spare) => [await idOf(spare), await database.spareSession(idOf)])),
    ]);
    expect(other).toEqual(expect.any(Number));
    expect(other).not.toBe(one);
    expect(none).toBeNull();
    expect(await database.spareSession(idOf)).toEqual(expect.any(Number));
  });

  it('should lend none where the server has none left', async () => {
    const viewer = new URL(await schema.viewerUrl());
    await database.execute(`ALTER USER '${viewer.username}'@'%' WITH MAX_USER_CONNECTIONS 1`);
    const alone = await connectDatabase(viewer.href, { poolSize: 3 });
    const lent = await alone.session((session) => Promise.all([idOf(session), alone.spareSession(idOf)]));
    expect(lent).toEqual([expect.any(Number), null]);
    await alone.close();
  });

  it('should count a connection as free again after its work failed', async () => {
    const broken = () => database.session((session) => session.execute('SELECT nothing'));
    for (let time = 0; time < 3; time++) await expect(broken()).rejects.toThrow('nothing');
    expect(await database.spareSession(idOf)).toEqual(expect.any(Number));
  });
});

describe('Database.transaction()', () => {
  it('should begin again after a deadlock', async () => {
    let begun = 0;
    const swap = (first: number, second: number) =>
      database.transaction(async (session) => {
        begun += 1;
        await session.execute('UPDATE items SET name = ? WHERE id = ?', [String(begun), first]);
        await new Promise((resolve) => setTimeout(resolve, 100));
        await session.execute('UPDATE items SET name = ? WHERE id = ?', [String(begun), second]);
      });
    await Promise.all([swap(1, 2), swap(2, 1)]);
    expect(begun).toBeGreaterThan(2);
  });

  it('should say that the database cannot be used where a lock is not to be had', async () => {
    await database.session(async (holder) => {
      await holder.begin();
      await holder.execute('UPDATE items SET name = NULL WHERE id = 1');
      const update = database.transaction((session) => session.execute("UPDATE items SET name = 'x' WHERE id = 1"), {
        attempts: 2,
      });
      await expect(update).rejects.toBeInstanceOf(DatabaseUnavailableError);
      await holder.rollback();
    });
  });

  it('should say so where no connection is free, the server is read-only, or a statement takes too long', async () => {
    await database.session(() =>
      database.session(async () => {
        await expect(database.rows('SELECT 1')).rejects.toMatchObject({ reason: 'POOL_ACQUIRE_TIMEOUT' });
      }),
    );
    const readOnly = database.session(async (session) => {
      await session.execute('START TRANSACTION READ ONLY');
      try {
        return await session.execute("UPDATE items SET name = 'y' WHERE id = 1");
      } finally {
        await session.rollback();
      }
    });
    await expect(readOnly).rejects.toMatchObject({ code: 'database_unavailable' });
    await expect(database.rows('SELECT SLEEP(20)')).rejects.toMatchObject({ reason: 'PROTOCOL_SEQUENCE_TIMEOUT' });
    expect(await database.rows('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});
