import { MigrationError, Umzug } from 'umzug';

import type { MigrationContext } from './migration';
import { migrationStorage } from './migration-storage';
import { MIGRATIONS } from './migrations';

// Loaded when a schema is changed: a command that changes none starts a tenth of a second sooner.

/** Names of migrations: the last one to make, or those to take back down to one (0 = all, `undefined` = the last one). */
export type UmzugTask =
  | { readonly up: string | undefined; readonly onMigrating: ((name: string) => void) | undefined }
  | { readonly down: string | 0 | undefined };

/** @returns the names of the migrations made or taken back */
export async function runUmzug(context: MigrationContext, task: UmzugTask): Promise<readonly string[]> {
  const umzug = new Umzug<MigrationContext>({
    migrations: MIGRATIONS.map((migration) => ({
      name: migration.name,
      up: () => migration.up(context),
      down: () => migration.down(context),
    })),
    context,
    storage: migrationStorage,
    logger: undefined,
  });
  const done = await run(umzug, task).catch(rethrowCause);
  return done.map((migration) => migration.name);
}

function run(umzug: Umzug<MigrationContext>, task: UmzugTask): Promise<readonly { readonly name: string }[]> {
  if ('down' in task) return umzug.down(task.down === undefined ? {} : { to: task.down });
  const { up, onMigrating } = task;
  if (onMigrating !== undefined) umzug.on('migrating', ({ name }) => onMigrating(name));
  return umzug.up(up === undefined ? {} : { to: up });
}

/** Umzug wraps what a migration threw; the error inside says more, and has a code. */
function rethrowCause(error: unknown): never {
  throw error instanceof MigrationError && error.cause instanceof Error ? error.cause : error;
}
