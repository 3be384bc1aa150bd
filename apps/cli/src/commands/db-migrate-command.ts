import { migrate, schemaStatus } from '@testmetrics/database';
import { defineCommand } from '../command';
import { databaseFlags, databaseOptions, withDatabase } from '../db/with-database';
import type { DatabaseOptions } from '../db/with-database';
import { EXIT } from '../exit-status';
import type { ExitStatus } from '../exit-status';
import type { Terminal } from '../terminal/terminal';

export const dbMigrateCommand = defineCommand({
  name: 'migrate',
  describe: 'Brings the schema to the newest version; safe to repeat, and while another process does the same.',
  flags: databaseFlags,
  examples: ['DATABASE_URL=mysql://user:password@db.example/testmetrics testmetrics db migrate'],
  options: databaseOptions,
  handler: (options, terminal) =>
    withDatabase(options, terminal, (database) => migrateAll(database, options, terminal)),
});

async function migrateAll(
  database: Parameters<typeof migrate>[0],
  { json }: DatabaseOptions,
  { stdout, say }: Terminal,
): Promise<ExitStatus> {
  const made = await migrate(database, { onMigrating: (name) => say(`migrating: ${name}`) });
  const { executed } = await schemaStatus(database);
  const head = executed.at(-1) ?? null;
  if (json) stdout.write(`${JSON.stringify({ migrated: made, head })}\n`);
  else stdout.write(`${made.length === 0 ? 'nothing to do' : `${made.length} made`}; the schema is at ${head}\n`);
  return EXIT.done;
}
