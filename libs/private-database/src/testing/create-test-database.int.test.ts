import { createConnection } from 'mysql2/promise';
import { createTestDatabase } from './create-test-database';

describe('createTestDatabase()', () => {
  it('should give a schema of its own to each caller and drop it', async () => {
    const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    expect(one.url).not.toBe(other.url);
    const connection = await createConnection(one.url);
    await connection.query('CREATE TABLE things (name VARCHAR(20))');
    const [rows] = await connection.query('SELECT @@character_set_database AS charset, COUNT(*) AS things FROM things');
    expect(rows).toEqual([{ charset: 'utf8mb4', things: 0 }]);
    await connection.end();
    await Promise.all([one.drop(), other.drop()]);
    await expect(createConnection(one.url)).rejects.toMatchObject({ code: 'ER_BAD_DB_ERROR' });
  });

  it('should offer a user that cannot write', async () => {
    const database = await createTestDatabase();
    const viewer = await createConnection(await database.viewerUrl());
    await expect(viewer.query('CREATE TABLE things (name VARCHAR(20))')).rejects.toMatchObject({
      code: 'ER_TABLEACCESS_DENIED_ERROR',
    });
    await viewer.end();
    await database.drop();
  });
});
