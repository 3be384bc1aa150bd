import type { Session } from '../connection/session';
import { ImportError } from './import-error';

/** What an import does to tables, tried on one that holds nothing. */
const PROBE = [
  'DROP TABLE IF EXISTS tm_import_probe, tm_import_probe_2',
  'CREATE TABLE tm_import_probe (id INT NOT NULL PRIMARY KEY) ENGINE=InnoDB',
  'INSERT INTO tm_import_probe (id) VALUES (1)',
  'UPDATE tm_import_probe SET tm_import_probe.id = 2',
  'DELETE FROM tm_import_probe WHERE tm_import_probe.id = 2',
  'ALTER TABLE tm_import_probe ADD COLUMN name INT NULL',
  'CREATE INDEX ix_probe ON tm_import_probe (name)',
  'RENAME TABLE tm_import_probe TO tm_import_probe_2',
  'DROP TABLE tm_import_probe_2',
];

/** ER_DBACCESS_DENIED, ER_TABLEACCESS_DENIED, ER_COLUMNACCESS_DENIED, ER_SPECIFIC_ACCESS_DENIED. */
const DENIED = new Set([1044, 1142, 1143, 1227]);

/** Finds out before anything is touched whether the user may do all that an import does. */
export async function probeGrants(session: Session): Promise<void> {
  for (const sql of PROBE) {
    try {
      await session.execute(sql);
    } catch (error) {
      if (!isDenied(error)) throw error;
      throw new ImportError('import_grants_missing', 'The user of the database may not do what an import does.', {
        cause: error,
        expected: 'SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX and DROP on this database',
        found: error.message,
        action: "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX, DROP ON database.* TO 'user'@'host'",
      });
    }
  }
}

function isDenied(error: unknown): error is Error {
  return error instanceof Error && 'errno' in error && DENIED.has(Number(error.errno));
}
