import { RunReadModel, schemaStatus } from '@testmetrics/database';
import type { SchemaStatus } from '@testmetrics/database';
import { AppError } from '@testmetrics/runtime';
import type { Asker } from './asker';
import { askerOn, connectForReading } from './open-asker';
import type { AskerOptions } from './open-asker';

/** All that can be asked of a database: questions, and the runs themselves. */
export interface OpenReader {
  readonly asker: Asker;
  readonly runs: RunReadModel;
  close(): Promise<void>;
}

/**
 * Connects for reading only, for who works without the service.
 *
 * @throws {AppError} where the database cannot be reached; `schema_behind` or `schema_ahead` where its tables are not those
 *   that this version reads
 */
export async function openReader(databaseUrl: string, options: AskerOptions = {}): Promise<OpenReader> {
  const database = await connectForReading(databaseUrl, options);
  try {
    assertReadable(await schemaStatus(database));
  } catch (error) {
    await database.close();
    throw error;
  }
  const runs = new RunReadModel(database);
  return { asker: askerOn(database, options.clock), runs, close: () => database.close() };
}

function assertReadable({ state, executed, pending, unknown }: SchemaStatus): void {
  if (state === 'current') return;
  const isBehind = state === 'behind';
  throw new AppError(`schema_${state}`, "The database's tables are not those that this version reads.", {
    status: 503,
    expected: isBehind ? 'a schema brought to its head' : 'a program of the version that made the schema, or newer',
    found: isBehind ? missing(executed, pending) : `migrations unknown to this program: ${unknown.join(', ')}`,
    action: isBehind
      ? 'run `testmetrics db migrate`; a database of subunit2sql is taken over with `testmetrics db import`'
      : 'install the newer version',
  });
}

function missing(executed: readonly string[], pending: readonly string[]): string {
  return executed.length === 0 ? 'no tables of Test Metrics' : `${pending.length} migrations missing`;
}
