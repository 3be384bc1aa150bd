import { MigrationError, Umzug } from 'umzug';

import type { Database } from '../connection/database';
import { ensurePartitions } from '../partitions/ensure-partitions';
import type { MigrationContext } from './migration';
import { migrationStorage } from './migration-storage';
import { MIGRATIONS } from './migrations';
import { refuseReferenceSchema } from './refuse-reference-schema';
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
  const made = await underLock(database, async (umzug) => {
    if (options.onMigrating !== undefined) {
      const { onMigrating } = options;
      umzug.on('migrating', ({ name }) => onMigrating(name));
    }
    return umzug.up(options.to === undefined ? {} : { to: options.to });
  });
  if (options.to === undefined) await ensurePartitions(database, { now: options.now ?? new Date() });
  return made;
}

/** Takes back the last migration, or all down to and including `to` (0 = everything). Refuses where rows would be lost. */
export async function migrateDown(
  database: Database,
  options: { readonly to?: string | 0 } = {},
): Promise<readonly string[]> {
  return underLock(database, async (umzug) => umzug.down(options.to === undefined ? {} : { to: options.to }));
}

async function underLock(
  database: Database,
  work: (umzug: Umzug<MigrationContext>) => Promise<readonly { readonly name: string }[]>,
): Promise<readonly string[]> {
  return database.session((session) =>
    withMigrationLock(session, async () => {
      await refuseReferenceSchema(session);
      const done = await work(openUmzug({ session, server: database.server })).catch(rethrowCause);
      return done.map((migration) => migration.name);
    }),
  );
}

/** Umzug wraps what a migration threw; the error inside says more, and has a code. */
function rethrowCause(error: unknown): never {
  throw error instanceof MigrationError && error.cause instanceof Error ? error.cause : error;
}

function openUmzug(context: MigrationContext): Umzug<MigrationContext> {
  return new Umzug<MigrationContext>({
    migrations: MIGRATIONS.map((migration) => ({
      name: migration.name,
      up: () => migration.up(context),
      down: () => migration.down(context),
    })),
    context,
    storage: migrationStorage,
    logger: undefined,
  });
}
