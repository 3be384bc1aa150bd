import type { Database } from '../connection/database';
import { ensurePartitions } from '../partitions/ensure-partitions';
import { refuseReferenceSchema } from './refuse-reference-schema';
import type { UmzugTask } from './run-umzug';
import { withMigrationLock } from './with-migration-lock';

export interface MigrateOptions {
  /** Name of the last migration to make. Default: all. */
  readonly to?: string;
  /** Called before each one. */
  readonly onMigrating?: (name: string) => void;
  /** For the partitions by month. Default: now. */
  readonly now?: Date;
}

/** Brings the schema to its head, one process at a time, and gives the names of the migrations made. */
export async function migrate(database: Database, options: MigrateOptions = {}): Promise<readonly string[]> {
  const made = await underLock(database, { up: options.to, onMigrating: options.onMigrating });
  if (options.to === undefined) await ensurePartitions(database, { now: options.now ?? new Date() });
  return made;
}

/** Takes back the last migration, or all down to and including `to` (0 = everything). Refuses where rows would be lost. */
export async function migrateDown(
  database: Database,
  options: { readonly to?: string | 0 } = {},
): Promise<readonly string[]> {
  return underLock(database, { down: options.to });
}

async function underLock(database: Database, task: UmzugTask): Promise<readonly string[]> {
  const { runUmzug } = await import('./run-umzug');
  return database.session((session) =>
    withMigrationLock(session, async () => {
      await refuseReferenceSchema(session);
      return runUmzug({ session, server: database.server }, task);
    }),
  );
}
