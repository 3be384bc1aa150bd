import type { UmzugStorage } from 'umzug';

import type { MigrationContext } from './migration';

/** Remembers in tm_migrations which migrations were made. */
export const migrationStorage: UmzugStorage<MigrationContext> = {
  async executed({ context: { session } }) {
    await session.execute(
      'CREATE TABLE IF NOT EXISTS tm_migrations (name VARCHAR(255) NOT NULL PRIMARY KEY, executed_at DATETIME(6) NOT NULL) ENGINE=InnoDB',
    );
    const rows = await session.rows<{ name: string }>(
      'SELECT tm_migrations.name FROM tm_migrations ORDER BY tm_migrations.name',
    );
    return rows.map((row) => row.name);
  },
  async logMigration({ name, context: { session } }) {
    await session.execute('INSERT INTO tm_migrations (name, executed_at) VALUES (?, UTC_TIMESTAMP(6))', [name]);
  },
  async unlogMigration({ name, context: { session } }) {
    await session.execute('DELETE FROM tm_migrations WHERE tm_migrations.name = ?', [name]);
  },
};
