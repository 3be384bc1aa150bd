import { checkDatabase } from '@testmetrics/database';
import type { Database } from '@testmetrics/database';
import { defineCommand } from '../command';
import { formatFindings, isFault } from '../db/findings-view';
import { databaseFlags, databaseOptions, withDatabase } from '../db/with-database';
import type { DatabaseOptions } from '../db/with-database';
import { EXIT } from '../exit-status';
import type { ExitStatus } from '../exit-status';
import type { Terminal } from '../terminal/terminal';

export const dbCheckCommand = defineCommand({
  name: 'check',
  describe: 'Proves that counters, rollups and histories equal the raw rows; may run beside uploads.',
  flags: databaseFlags,
  examples: ['testmetrics db check', 'testmetrics db check --json | jq \'select(.kind == "mismatch")\''],
  notes: '\nEnds with 1 where something differs. Runs that other tools wrote are told, and are no fault.',
  options: databaseOptions,
  handler: (options, terminal) => withDatabase(options, terminal, (database) => checkAll(database, options, terminal)),
});

async function checkAll(database: Database, { json }: DatabaseOptions, { stdout, say }: Terminal): Promise<ExitStatus> {
  let last = '';
  const onStep = (what: string): void => {
    if (what !== last) say(`checking: ${what}`);
    last = what;
  };
  const findings = await checkDatabase(database, { onStep });
  if (json) for (const finding of findings) stdout.write(`${JSON.stringify(finding)}\n`);
  else stdout.write(formatFindings(findings));
  return findings.some(isFault) ? EXIT.failed : EXIT.done;
}
