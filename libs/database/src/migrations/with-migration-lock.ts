import type { Session } from '../connection/session';
import { SchemaError } from '../errors/schema-error';

/** How long one process waits for another one's migrations. */
const WAIT_SECONDS = 120;

/**
 * Runs `work` while no other process of this database does. The lock belongs to the session,
 * so the server lifts it when the process dies.
 */
export async function withMigrationLock<T>(session: Session, work: () => Promise<T>): Promise<T> {
  // Names of locks are global to the server and at most 64 characters long.
  const name = "CONCAT('tm_migrations.', LEFT(SHA2(DATABASE(), 256), 32))";
  const [answer] = await session.arrays(`SELECT GET_LOCK(${name}, ${WAIT_SECONDS})`);
  if (answer?.[0] !== 1) {
    throw new SchemaError('schema_locked', 'The schema could not be migrated.', {
      expected: `the migration lock within ${WAIT_SECONDS} s`,
      found: 'that another process holds it',
      action: 'wait until that one is done and try again',
    });
  }
  try {
    return await work();
  } finally {
    await session.arrays(`SELECT RELEASE_LOCK(${name})`);
  }
}
