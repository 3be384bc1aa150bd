import { createTestDatabase, type TestDatabase } from '@testmetrics/private-database/testing';

import { connectDatabase } from '../connection/connect-database';
import type { Database } from '../connection/database';
import type { DatabaseOptions } from '../connection/database-options';
import { migrate } from '../migrations/migrate';

export interface OpenTestDatabase {
  readonly database: Database;
  readonly schema: TestDatabase;
  /** Closes the connections and drops the schema. */
  close(): Promise<void>;
}

/** A migrated schema of its own for one test file. */
export async function openTestDatabase(options?: DatabaseOptions): Promise<OpenTestDatabase> {
  const schema = await createTestDatabase();
  const database = await connectDatabase(schema.url, options);
  await migrate(database);
  return {
    database,
    schema,
    close: async () => {
      await database.close();
      await schema.drop();
    },
  };
}
