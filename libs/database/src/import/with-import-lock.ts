import type { Database } from '../connection/database';
import { SchemaError } from '../errors/schema-error';

/** Runs `work` while no other process imports into this database or prunes it; the server lifts the lock when this process dies. */
export async function withImportLock<T>(database: Database, work: () => Promise<T>): Promise<T> {
  return database.session(async (session) => {
    const name = "CONCAT('tm_import.', LEFT(SHA2(DATABASE(), 256), 32))";
    const [answer] = await session.arrays(`SELECT GET_LOCK(${name}, 0)`);
    if (answer?.[0] !== 1) {
      throw new SchemaError('schema_locked', 'The database is in other hands.', {
        expected: 'that nobody else imports into it or prunes it',
        found: 'a process that does',
        action: 'wait until that one is done (SHOW PROCESSLIST shows it)',
      });
    }
    try {
      return await work();
    } finally {
      await session.arrays(`SELECT RELEASE_LOCK(${name})`);
    }
  });
}
