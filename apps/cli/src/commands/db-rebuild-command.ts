import { rebuildRollups } from '@testmetrics/database';
import type { Database } from '@testmetrics/database';
import { defineCommand } from '../command';
import { metadataKeysFrom } from '../db/metadata-keys';
import { databaseFlags, databaseOptions, withDatabase } from '../db/with-database';
import type { DatabaseOptions } from '../db/with-database';
import { EXIT } from '../exit-status';
import type { ExitStatus } from '../exit-status';
import { formatCount } from '../format';
import type { Terminal } from '../terminal/terminal';

export const dbRebuildCommand = defineCommand({
  name: 'rebuild',
  describe: 'Makes counters, rollups and histories again from the raw rows, and adopts runs that other tools wrote.',
  flags: databaseFlags,
  examples: ['testmetrics db rebuild'],
  notes:
    '\nUploads go on meanwhile; charts fill up again as it goes. Broken off, it is simply run again, or the ingest\nservice finishes it.',
  options: databaseOptions,
  handler: (options, terminal) =>
    withDatabase(options, terminal, (database) => rebuildAll(database, options, terminal)),
});

async function rebuildAll(database: Database, { json }: DatabaseOptions, terminal: Terminal): Promise<ExitStatus> {
  const { runs, adopted } = await rebuildRollups(database, {
    metadataKeys: metadataKeysFrom(terminal.env),
    onProgress: ({ doneRuns, totalRuns }) =>
      terminal.say(`rebuilt ${formatCount(doneRuns)} of ${formatCount(totalRuns)} runs`),
  });
  if (json) terminal.stdout.write(`${JSON.stringify({ runs, adopted })}\n`);
  else terminal.stdout.write(`${formatCount(runs)} runs counted again, ${formatCount(adopted)} of them adopted\n`);
  return EXIT.done;
}
