import type { Session } from '../connection/session';
import { SchemaError } from '../errors/schema-error';

/**
 * The tables of subunit2sql have the names of ours: a migration would take them for ours and leave them as they are.
 *
 * @throws {SchemaError} where they are there and nobody has imported them
 */
export async function refuseReferenceSchema(session: Session): Promise<void> {
  const rows = await session.arrays(
    `SELECT SUM(COLUMNS.COLUMN_NAME = 'test_id'), SUM(COLUMNS.COLUMN_NAME = 'tm_test_id_hash') FROM information_schema.COLUMNS
      WHERE COLUMNS.TABLE_SCHEMA = DATABASE() AND COLUMNS.TABLE_NAME = 'tests'`,
  );
  const [names, hashes] = (rows[0] ?? []).map(Number);
  if (names !== 1 || hashes !== 0) return;
  throw new SchemaError('schema_of_subunit2sql', 'The database has the tables of subunit2sql.', {
    expected: 'an empty database, or one of Test Metrics',
    found: 'a table tests without the column tm_test_id_hash',
    action: '`testmetrics db import` takes the database over, with everything in it',
  });
}
