import { connectDatabase } from '@testmetrics/database';
import type { Database } from '@testmetrics/database';
import { z } from 'zod';
import type { Flag } from '../command';
import type { Terminal } from '../terminal/terminal';
import { findDatabaseUrl } from './database-url';

export const databaseFlags: readonly Flag[] = [
  {
    flags: '--database <url>',
    describe: 'mysql://user:password@host:port/database (better: the variable DATABASE_URL)',
  },
  { flags: '--json', describe: 'print JSON instead of tables' },
];

export const databaseOptions = z.object({
  database: z.string().optional(),
  json: z.boolean().default(false),
});

export type DatabaseOptions = z.output<typeof databaseOptions>;

/** Lends a connected database to `work` and closes it afterwards, whatever happens. */
export async function withDatabase<T>(
  options: DatabaseOptions,
  { env }: Terminal,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await connectDatabase(findDatabaseUrl(options.database, env));
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
