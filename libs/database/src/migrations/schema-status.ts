import type { Database } from '../connection/database';
import { MIGRATIONS } from './migrations';

export interface SchemaStatus {
  /** `behind`: migrations are missing. `ahead`: a newer version of this program migrated it. */
  readonly state: 'current' | 'behind' | 'ahead';
  readonly executed: readonly string[];
  readonly pending: readonly string[];
  /** In the database, but unknown to this program. */
  readonly unknown: readonly string[];
}

const NO_SUCH_TABLE = 1146;

/** Compares the database's migrations with the program's; an empty database is `behind`. */
export async function schemaStatus(database: Database): Promise<SchemaStatus> {
  const executed = await executedMigrations(database);
  const known = MIGRATIONS.map((migration) => migration.name);
  const pending = known.filter((name) => !executed.includes(name));
  const unknown = executed.filter((name) => !known.includes(name));
  return {
    state: unknown.length > 0 ? 'ahead' : pending.length > 0 ? 'behind' : 'current',
    executed,
    pending,
    unknown,
  };
}

async function executedMigrations(database: Database): Promise<readonly string[]> {
  try {
    const rows = await database.rows<{ name: string }>(
      'SELECT tm_migrations.name FROM tm_migrations ORDER BY tm_migrations.name',
    );
    return rows.map((row) => row.name);
  } catch (error) {
    if (error instanceof Error && 'errno' in error && error.errno === NO_SUCH_TABLE) return [];
    throw error;
  }
}
